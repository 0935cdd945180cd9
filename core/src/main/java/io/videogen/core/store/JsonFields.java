package io.videogen.core.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object read by the streaming parser alone. Values are text, {@code JsonFields}, or lists of these; unknown
 * names are kept and do no harm.
 */
final class JsonFields {

    private final Map<String, Object> values = new HashMap<>();

    /** Beyond it, reckoning with times ends in an overflow. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private JsonFields() {}

    static JsonFields parse(JsonFactory factory, byte[] text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no JSON object");
            }
            return object(parser);
        }
    }

    String text(String name) throws IOException {
        return optionalText(name).orElseThrow(() -> new IOException("it has no \"" + name + "\""));
    }

    Optional<String> optionalText(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    long number(String name) throws IOException {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new IOException("its \"" + name + "\" is no number", e);
        }
    }

    Optional<Double> optionalDecimal(String name) throws IOException {
        try {
            return optionalText(name).map(Double::valueOf);
        } catch (NumberFormatException e) {
            throw new IOException("its \"" + name + "\" is no number", e);
        }
    }

    Instant instant(String name) throws IOException {
        try {
            Instant time = Instant.parse(text(name));
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
                throw new IOException("its \"" + name + "\" is no time that a clip can have");
            }
            return time;
        } catch (DateTimeException e) {
            throw new IOException("its \"" + name + "\" is no time", e);
        }
    }

    boolean flag(String name) throws IOException {
        return text(name).equals("true");
    }

    Optional<JsonFields> optionalObject(String name) {
        return values.get(name) instanceof JsonFields object ? Optional.of(object) : Optional.empty();
    }

    List<JsonFields> list(String name) {
        List<JsonFields> objects = new ArrayList<>();
        if (values.get(name) instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof JsonFields object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static JsonFields object(JsonParser parser) throws IOException {
        JsonFields fields = new JsonFields();
        while (next(parser) != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next(parser);
            fields.values.put(name, value(parser));
        }
        return fields;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (next(parser) != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            default -> parser.getText();
        };
    }

    private static JsonToken next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IOException("it ends too early");
        }
        return token;
    }
}
