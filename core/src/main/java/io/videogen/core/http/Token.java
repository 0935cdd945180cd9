package io.videogen.core.http;

import io.videogen.core.VideogenException;
import java.util.Map;
import java.util.Objects;

/** The secret that pays. It prints as stars, so that no log, exception or debugger line can hold it by accident. */
public final class Token {

    private final String secret;
    private final String source;
    private final TokenScheme scheme;

    /**
     * A token that is worn as {@code Authorization: Bearer}.
     *
     * @param secret the token itself
     * @param source where it came from, for hints: {@code server "x" of settings.xml}, {@code the environment variable
     *     VIDEOGEN_TOKEN}
     */
    public Token(String secret, String source) {
        this(secret, source, TokenScheme.BEARER);
    }

    private Token(String secret, String source, TokenScheme scheme) {
        this.secret = Objects.requireNonNull(secret).strip();
        this.source = Objects.requireNonNull(source);
        this.scheme = Objects.requireNonNull(scheme);
    }

    /** The same token, shown in another way. */
    public Token wornAs(TokenScheme other) {
        return new Token(secret, source, other);
    }

    /** Name and value of the header that shows the token to its endpoint. */
    Map.Entry<String, String> header() {
        return scheme.header(this);
    }

    /** The plain value; for the {@code Authorization} header and for redaction only. */
    public String reveal() {
        return secret;
    }

    /**
     * The value for a header.
     *
     * @throws VideogenException if it is empty or holds a character that no header can carry, such as a line break
     */
    public String headerValue() {
        boolean printable = secret.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (secret.isEmpty() || !printable) {
            throw VideogenException.invalid(
                    "invalid_token",
                    "The token from " + source + " is empty or holds a space, a line break or another character that a"
                            + " header can not carry. Store it again, without anything before or after it.");
        }
        return secret;
    }

    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return "****";
    }
}
