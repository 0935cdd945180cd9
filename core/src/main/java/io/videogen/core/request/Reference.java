package io.videogen.core.request;

import java.net.URI;
import java.nio.file.Path;

/** An image or video that guides the generation. */
public sealed interface Reference {

    /** A file on this machine; sent as its bytes. */
    record LocalFile(Path path) implements Reference {}

    /** An absolute {@code http} or {@code https} address that the API fetches by itself. */
    record Link(URI uri) implements Reference {}

    /** A {@code data:} URL with the content inside. */
    record Data(String url) implements Reference {
        @Override
        public String toString() {
            return "Data[" + url.length() + " characters]";
        }
    }
}
