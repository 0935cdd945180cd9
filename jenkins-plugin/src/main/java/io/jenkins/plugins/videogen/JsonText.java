package io.jenkins.plugins.videogen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.Util;
import io.videogen.core.VideogenException;
import io.videogen.core.request.JsonObjectText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what a pipeline gives for a JSON field, a map or text, into JSON text. */
final class JsonText {
    private JsonText() {}

    /**
     * Gives JSON text for a map, and text as it is.
     *
     * @throws IllegalArgumentException if the value holds something that JSON has no word for; it names the place
     */
    static String of(String field, Object value) {
        if (!(value instanceof Map)) {
            return value == null ? null : Util.fixEmptyAndTrim(value.toString());
        }
        try {
            return new ObjectMapper().writeValueAsString(plain(field, value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    Messages.JsonText_NotJson(field, value.getClass().getName()), e);
        }
    }

    /** What is wrong with JSON text, with line and column; {@code null} is no text and fine. */
    static Optional<String> problem(String field, String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            JsonObjectText.parse(field, text);
            return Optional.empty();
        } catch (VideogenException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Copies into types that Jackson writes as plain JSON; a Groovy string would come out as an object otherwise. */
    private static Object plain(String place, Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof CharSequence) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), plain(place + "." + key, item)));
            return copy;
        }
        if (value instanceof Iterable<?> items) {
            List<Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(plain(place + "[" + copy.size() + "]", item)));
            return copy;
        }
        throw new IllegalArgumentException(
                Messages.JsonText_NotJson(place, value.getClass().getName()));
    }
}
