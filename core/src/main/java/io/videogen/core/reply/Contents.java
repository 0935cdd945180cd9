package io.videogen.core.reply;

import java.net.URI;
import java.util.Optional;

/**
 * Where the API itself serves the files of a job whose reply tells no URL.
 *
 * @param thumbnail address of a still picture, where the API documents one
 */
public record Contents(URI video, Optional<URI> thumbnail) {}
