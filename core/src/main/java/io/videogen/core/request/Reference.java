package io.videogen.core.request;

import io.videogen.core.http.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** An image or video that guides the generation. */
public sealed interface Reference {

    /** A file on this machine; sent as its bytes. */
    record LocalFile(Path path) implements Reference {}

    /** An absolute {@code http} or {@code https} address that the API fetches by itself. */
    record Link(URI uri) implements Reference {
        /** It may be signed. */
        @Override
        public String toString() {
            return "Link[" + Endpoint.shown(uri.toString()) + "]";
        }
    }

    /**
     * A file that was brought to the API before its job: what a local file has become there. Only between the two; no user
     * writes it, and no key counts it.
     *
     * @param uri what the create calls it
     * @param contentType media type
     * @param pending the API's name of a file that can not be used yet
     */
    record Uploaded(URI uri, String contentType, Optional<String> pending) implements Reference {
        /** It may be signed. */
        @Override
        public String toString() {
            return "Uploaded[" + Endpoint.shown(uri.toString()) + ", " + contentType + "]";
        }
    }

    /**
     * The last frame of another video, which may not exist yet: it stands in for the file until the job is created.
     *
     * @param video its name
     */
    record LastFrame(String video) implements Reference {}

    /** A {@code data:} URL with the content inside. */
    record Data(String url) implements Reference {
        @Override
        public String toString() {
            return "Data[" + url.length() + " characters]";
        }
    }
}
