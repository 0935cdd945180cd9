package io.videogen.core.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One short request to the endpoint.
 *
 * @param method HTTP method
 * @param uri address at the endpoint
 * @param token goes with the request, in the way of its {@link TokenScheme}
 * @param headers further headers
 * @param body content, for a submission
 * @param once whether the request must reach the server at most once (a submission): fresh connection, no repeat of any
 *     kind, no redirect
 */
public record ApiCall(
        String method,
        URI uri,
        Optional<Token> token,
        Map<String, String> headers,
        Optional<HttpBody> body,
        boolean once) {

    public ApiCall {
        headers = Map.copyOf(headers);
    }

    /** A request that may be repeated. */
    public static ApiCall get(URI uri, Optional<Token> token) {
        return new ApiCall("GET", uri, token, Map.of("Accept", "application/json"), Optional.empty(), false);
    }
}
