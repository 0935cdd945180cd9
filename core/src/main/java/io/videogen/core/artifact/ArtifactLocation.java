package io.videogen.core.artifact;

import java.net.URI;
import java.util.OptionalLong;

/**
 * Where the bytes of a clip or thumbnail are. The URI may be signed and then is a secret: it is never persisted, and
 * printed without its query.
 *
 * @param uri absolute {@code http(s)} address, or a {@code data:} URL
 * @param atEndpoint whether the address is the API's own, so that the token goes with the request
 * @param expectedBytes length that the API claimed for the file
 * @param toldFromInside whether the API was inside a private network when it told this, by the address that the call
 *     reached: only then may the file be in there too
 */
public record ArtifactLocation(URI uri, boolean atEndpoint, OptionalLong expectedBytes, boolean toldFromInside) {

    /** An address told from outside. */
    public ArtifactLocation(URI uri, boolean atEndpoint, OptionalLong expectedBytes) {
        this(uri, atEndpoint, expectedBytes, false);
    }

    /** Whether the address holds the bytes themselves. */
    public boolean isInlined() {
        return "data".equalsIgnoreCase(uri.getScheme());
    }

    /** What the file at this address says that the file is elsewhere. */
    public ArtifactLocation elsewhere(URI told) {
        return new ArtifactLocation(told, false, expectedBytes, toldFromInside);
    }

    /** The same as told by an API inside. */
    public ArtifactLocation fromInside() {
        return new ArtifactLocation(uri, atEndpoint, expectedBytes, true);
    }

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
