package io.videogen.core.http;

import io.videogen.core.VideogenException;
import io.videogen.core.text.ServerText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;

/** The secret that pays. It prints as stars, so that no log, exception or debugger line can hold it by accident. */
public final class Token {

    private final String secret;
    private final Optional<String> accessKey;
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
        this(secret, Optional.empty(), source);
    }

    /**
     * A token that may come with an access key, which matters to those APIs alone that sign with the two.
     *
     * @param accessKey the name beside the secret, such as the {@code <username>} of a server of settings.xml
     */
    public Token(String secret, Optional<String> accessKey, String source) {
        this(secret, accessKey, source, TokenScheme.BEARER);
    }

    private Token(String secret, Optional<String> accessKey, String source, TokenScheme scheme) {
        this.secret = Objects.requireNonNull(secret).strip();
        this.accessKey = accessKey.map(String::strip).filter(key -> !key.isEmpty());
        this.source = Objects.requireNonNull(source);
        this.scheme = Objects.requireNonNull(scheme);
    }

    /** The same token, shown in another way. */
    public Token wornAs(TokenScheme other) {
        return new Token(secret, accessKey, source, other);
    }

    /** Access key and secret of a token that has both. */
    record Pair(String accessKey, String secret) {
        @Override
        public String toString() {
            return "Pair";
        }
    }

    /** The two halves: told apart by whoever stored them, else by a colon between them. */
    Optional<Pair> pair() {
        int colon = secret.indexOf(':');
        return accessKey
                .map(key -> new Pair(key, secret))
                .or(() -> colon > 0 && colon < secret.length() - 1
                        ? Optional.of(new Pair(secret.substring(0, colon), secret.substring(colon + 1)))
                        : Optional.empty());
    }

    /** The gate that hides a token, in case the server repeats it or what was made of it. */
    public static ServerText hiding(Optional<Token> token) {
        return ServerText.hiding(
                token.map(it -> List.of(it.secret)).orElse(List.of()),
                token.map(it -> it.scheme.beginnings(it)).orElse(List.of()));
    }

    /** Name and value of the header that shows the token to its endpoint. */
    Map.Entry<String, String> header() {
        return scheme.header(this);
    }

    /**
     * A keyed digest of the secret, in hexadecimal digits, to tell tokens apart where none may be kept: without the key it
     * tells nothing, and a guessed token is not recognised either.
     *
     * @param keyed as {@link Mac#getInstance} gives it, with its key
     */
    public String digest(Mac keyed) {
        if (keyed.getClass() != Mac.class) {
            // One of a caller's own making would be shown the secret.
            throw new IllegalArgumentException("not the JDK's own: " + keyed.getClass());
        }
        return HexFormat.of().formatHex(keyed.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws VideogenException if no header can carry it */
    public void check() {
        headerValue();
    }

    /**
     * The value for a header.
     *
     * @throws VideogenException if it is empty or holds a character that no header can carry, such as a line break
     */
    String headerValue() {
        boolean printable = secret.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (secret.isEmpty() || !printable) {
            throw VideogenException.invalid("invalid_token")
                    .says(
                            "The token from %s is empty or holds a space, a line break or another character that a"
                                    + " header can not carry. Store it again, without anything before or after it.",
                            source);
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
