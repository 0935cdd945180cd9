package io.videogen.core.http;

import io.videogen.core.VideogenException;
import io.videogen.core.text.RawText;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Turns calls into OkHttp's requests. */
final class OkHttpRequests {

    private OkHttpRequests() {}

    static Request of(ApiCall call, HttpUrl url) {
        return builder(url, call.token(), call.headers())
                .method(
                        call.method(),
                        call.body().isPresent() ? new OneShotBody(call.body().get()) : nothing(call.method()))
                .build();
    }

    /** A POST without content has a length of 0; OkHttp takes none at all for a mistake. */
    private static RequestBody nothing(String method) {
        return method.equals("POST") || method.equals("PUT") ? RequestBody.create(new byte[0]) : null;
    }

    /** @param trusted whether the token may go along */
    static Request of(StreamCall call, HttpUrl url, boolean trusted) {
        // Compression would hide the length that the file is checked against.
        return builder(url, trusted ? call.token() : Optional.empty(), call.headers())
                .header("Accept-Encoding", "identity")
                .build();
    }

    static Request of(FileCall call, HttpUrl url) {
        return builder(url, Optional.empty(), call.headers())
                .method(call.method(), new OneShotBody(call.body()))
                .build();
    }

    /** Where a redirect leads, or nothing if the reply is none or leads nowhere that could be asked. */
    static Optional<HttpUrl> redirect(int status, Optional<RawText> location, HttpUrl from) {
        boolean redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        return redirect ? location.map(RawText::reveal).map(from::resolve) : Optional.empty();
    }

    static boolean sameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }

    private static Request.Builder builder(HttpUrl url, Optional<Token> token, Map<String, String> headers) {
        Request.Builder builder =
                new Request.Builder().url(url).tag(Journey.class, new Journey()).header("User-Agent", "videogen");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            try {
                builder.header(header.getKey(), header.getValue());
            } catch (IllegalArgumentException e) {
                throw VideogenException.invalid("invalid_header")
                        .says("The header \"%s\" has a value that HTTP does not allow.", header.getKey());
            }
        }
        if (token.isPresent()) {
            Map.Entry<String, String> header = token.get().header();
            builder.header(header.getKey(), header.getValue());
        }
        return builder;
    }
}
