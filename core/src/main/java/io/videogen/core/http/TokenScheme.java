package io.videogen.core.http;

import java.util.List;
import java.util.Map;

/** How an API wants to be shown its token: one header, made anew for each request. */
@FunctionalInterface
public interface TokenScheme {

    /** {@code Authorization: Bearer TOKEN}, as OpenAI and most gateways have it. */
    TokenScheme BEARER = authorization("Bearer");

    /**
     * Name and value of the header.
     *
     * @throws io.videogen.core.VideogenException if the token can not be sent in a header
     */
    Map.Entry<String, String> header(Token token);

    /**
     * How what is made of the token begins, where that is not the token itself: it is hidden, with all that follows it,
     * wherever the token is.
     */
    default List<String> beginnings(Token token) {
        return List.of();
    }

    /** {@code Authorization} with another word than {@code Bearer}. */
    static TokenScheme authorization(String word) {
        return token -> Map.entry("Authorization", word + " " + token.headerValue());
    }

    /** The token alone, in a header of the API's own. */
    static TokenScheme headerNamed(String name) {
        return token -> Map.entry(name, token.headerValue());
    }
}
