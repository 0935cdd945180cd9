package io.videogen.core.download;

import java.net.URI;
import java.util.OptionalLong;

/**
 * Where the bytes of a clip or thumbnail are. The URI may be signed and then is a secret: it is never persisted, and
 * printed without its query.
 *
 * @param uri absolute {@code http(s)} address, or a {@code data:} URL
 * @param atEndpoint whether the address is the API's own, so that the token goes with the request
 * @param expectedBytes length that the API claimed for the file
 */
public record ArtifactLocation(URI uri, boolean atEndpoint, OptionalLong expectedBytes) {

    /** The address without query, fragment or inlined data: safe to print. */
    public String printable() {
        if (uri.isOpaque()) {
            return uri.getScheme() + ":...";
        }
        String text = uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        return uri.getRawPath() == null ? text : text + uri.getRawPath();
    }

    @Override
    public String toString() {
        return "ArtifactLocation[" + printable() + "]";
    }
}
