package io.videogen.core.http;

import java.util.Optional;

/** Makes text that a server sent fit to be shown. */
public final class ServerText {

    private final Optional<Token> token;

    /** @param token must not be shown, in case the server repeats it */
    public ServerText(Optional<Token> token) {
        this.token = token;
    }

    /**
     * The text on one line, without control and invisible formatting characters, at most that long, without the token
     * and without the query of any URL in it: queries hold signatures.
     */
    public String clean(String text, int most) {
        if (text == null) {
            return "";
        }
        // The token goes before anything is cut: its first half would not be known for what it is.
        String harmless = token.map(value -> value.redact(text)).orElse(text);
        // Cut before the replacements, which need not walk megabytes.
        String plain = (harmless.length() > 4 * most ? harmless.substring(0, 4 * most) : harmless)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\s]+", " ")
                .replaceAll("(?i)(https?://[^\\s\"'<>?#]*)\\?[^\\s\"'<>]*", "$1?...")
                .strip();
        if (plain.length() <= most) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(most - 1)) ? most - 1 : most;
        return plain.substring(0, end) + "...";
    }
}
