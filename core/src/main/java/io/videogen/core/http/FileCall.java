package io.videogen.core.http;

import java.net.URI;
import java.util.Map;

/**
 * A file on its way to an address that an API told. No token goes along: the address is signed, or serves anybody.
 *
 * @param endpoint the API that told the address
 * @param method {@code PUT} or {@code POST}
 * @param uri absolute {@code http(s)} address
 * @param toldFromInside whether the reply that told the address came {@linkplain HttpReply#fromInside from inside}
 * @param headers further headers
 * @param body the file, or a form with it
 */
public record FileCall(
        Endpoint endpoint, String method, URI uri, boolean toldFromInside, Map<String, String> headers, HttpBody body) {

    public FileCall {
        headers = Map.copyOf(headers);
    }

    /** Hides path and query, which may be a signature. */
    @Override
    public String toString() {
        return "FileCall[" + method + " " + Endpoint.origin(uri) + "]";
    }
}
