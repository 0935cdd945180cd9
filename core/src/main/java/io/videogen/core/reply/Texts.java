package io.videogen.core.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds texts in JSON. */
final class Texts {

    private Texts() {}

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
