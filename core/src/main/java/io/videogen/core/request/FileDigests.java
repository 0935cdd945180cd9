package io.videogen.core.request;

import java.io.IOException;
import java.nio.file.Path;

/** Where the digest of a local file comes from: read, remembered, or told by another machine. */
@FunctionalInterface
public interface FileDigests {

    /**
     * SHA-256 of the content, 64 lower-case hexadecimal digits.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    String sha256(Path file) throws IOException;
}
