package io.videogen.core.store;

import io.videogen.core.artifact.VerifiedFile;
import java.nio.file.Path;

/**
 * A file of the store.
 *
 * @param path where it lies; read it, never change it
 * @param file what is known of its content
 */
public record StoredFile(Path path, VerifiedFile file) {}
