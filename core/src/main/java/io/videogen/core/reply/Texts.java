package io.videogen.core.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Text of a server, made fit to be shown. */
public final class Texts {

    private Texts() {}

    /**
     * The text on one line, without control and invisible formatting characters, at most that long, without the query
     * of any URL in it: queries hold signatures.
     */
    public static String clean(String text, int most) {
        if (text == null) {
            return "";
        }
        // Cut first: the replacements need not walk megabytes.
        String plain = (text.length() > 4 * most ? text.substring(0, 4 * most) : text)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\s]+", " ")
                .replaceAll("(?i)(https?://[^\\s\"'<>?#]*)\\?[^\\s\"'<>]*", "$1?...")
                .strip();
        if (plain.length() <= most) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(most - 1)) ? most - 1 : most;
        return plain.substring(0, end) + "...";
    }

    /** A text or number that is not blank. */
    static Optional<String> of(JsonNode node) {
        if (node.isTextual() || node.isNumber()) {
            String text = node.asText().strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        return Optional.empty();
    }

    /** The first of the places that holds a text or number. */
    static Optional<String> first(JsonNode root, Iterable<String> pointers) {
        for (String pointer : pointers) {
            Optional<String> found = of(root.at(pointer));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
