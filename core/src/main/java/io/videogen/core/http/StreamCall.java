package io.videogen.core.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request for the bytes of a file, anywhere. Redirects are followed; the token goes to the endpoint's origin alone;
 * each address on the way is judged by the rules of {@link HttpTransport#open}.
 *
 * @param endpoint the API that told the address
 * @param token the endpoint's token
 * @param uri absolute {@code http(s)} address of the file
 * @param toldFromInside whether the reply that told the address came {@linkplain HttpReply#fromInside from inside}
 * @param headers further headers, such as {@code Range}; sent to each address on the way
 */
public record StreamCall(
        Endpoint endpoint, Optional<Token> token, URI uri, boolean toldFromInside, Map<String, String> headers) {

    public StreamCall {
        headers = Map.copyOf(headers);
    }

    /** Hides the query, which may be a signature. */
    @Override
    public String toString() {
        return "StreamCall[" + Endpoint.origin(uri) + uri.getRawPath() + "]";
    }
}
