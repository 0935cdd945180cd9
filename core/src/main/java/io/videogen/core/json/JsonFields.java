package io.videogen.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.videogen.core.advice.Message;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A JSON object that was read. Unknown names do no harm, {@code null} is absent, and a value of another type than the
 * one asked for counts as absent too: a record may have been written by another version, or by somebody else. Without
 * lambdas, as builds with nothing to do begin here.
 */
public final class JsonFields {

    /** Beyond it, reckoning with times ends in an overflow. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** More digits than any amount or length has; a number like {@code 1e999999999} would fill the memory as a whole one. */
    private static final int MOST_DIGITS = 30;

    /** Text, {@link Number}, {@code Boolean}, {@code JsonFields}, or a list of these. */
    private final Map<String, Object> values = new LinkedHashMap<>();

    private JsonFields() {}

    /** A number as it stands in the text. */
    private record Number(String text) {}

    /** @throws IOException if the text does not begin with a whole JSON object */
    public static JsonFields parse(byte[] text) throws IOException {
        try (JsonParser parser = JsonRecord.FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(Message.text("it is no JSON object"));
            }
            return read(parser);
        } catch (JsonProcessingException e) {
            // Its own message has several lines, and says where it was not told that the text comes from.
            JsonLocation place = e.getLocation();
            throw new IOException(
                    place == null
                            ? Message.text("it is not valid JSON")
                            : Message.text(
                                    "it is not valid JSON at line %s, column %s",
                                    place.getLineNr(), place.getColumnNr()),
                    e);
        }
    }

    /** As above, of a text. */
    public static JsonFields parse(String text) throws IOException {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonFields read(JsonParser parser) throws IOException {
        JsonFields fields = new JsonFields();
        while (next(parser) != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next(parser);
            Object value = value(parser);
            if (value == null) {
                fields.values.remove(name);
            } else {
                fields.values.put(name, value);
            }
        }
        return fields;
    }

    /** @throws IOException if the object is of another schema, an older one too */
    public void requireSchema(int schema) throws IOException {
        long there = optionalNumber("schema").orElse(0);
        if (there != schema) {
            throw new IOException(Message.text("its schema is \"%s\" and not \"%s\"", there, schema));
        }
    }

    public String text(String name) throws IOException {
        return require(name, String.class);
    }

    public Optional<String> optionalText(String name) {
        return of(name, String.class);
    }

    public long number(String name) throws IOException {
        OptionalLong number = optionalNumber(name);
        if (number.isEmpty()) {
            throw missing(name);
        }
        return number.getAsLong();
    }

    /** A whole number. */
    public OptionalLong optionalNumber(String name) {
        try {
            Optional<Number> number = of(name, Number.class);
            return number.isPresent() ? OptionalLong.of(Long.parseLong(number.get().text)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** A whole number that is not beyond the range of its type. */
    public OptionalInt optionalInt(String name) {
        OptionalLong number = optionalNumber(name);
        return number.isPresent() && number.getAsLong() == (int) number.getAsLong()
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    /** A number with or without a fraction. */
    public OptionalDouble optionalDecimal(String name) {
        Optional<Number> number = of(name, Number.class);
        return number.isPresent() ? OptionalDouble.of(Double.parseDouble(number.get().text)) : OptionalDouble.empty();
    }

    /** A number as it was written, digit for digit. */
    public BigDecimal amount(String name) throws IOException {
        try {
            BigDecimal amount = new BigDecimal(require(name, Number.class).text);
            if (amount.precision() <= MOST_DIGITS && Math.abs(amount.scale()) <= MOST_DIGITS) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // JSON allows an exponent that a BigDecimal has no room for.
        }
        throw new IOException(Message.text("its \"%s\" is no amount", name));
    }

    public Instant instant(String name) throws IOException {
        Optional<Instant> time = optionalInstant(name);
        if (time.isEmpty()) {
            throw missing(name);
        }
        return time.get();
    }

    /** @throws IOException if there is a text, and no time that a job or clip can have */
    public Optional<Instant> optionalInstant(String name) throws IOException {
        Optional<String> text = optionalText(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant time = Instant.parse(text.get());
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
                throw new IOException(Message.text("its \"%s\" is no time that a clip can have", name));
            }
            return Optional.of(time);
        } catch (DateTimeException e) {
            throw new IOException(Message.text("its \"%s\" is no time", name), e);
        }
    }

    public boolean flag(String name) throws IOException {
        return require(name, Boolean.class);
    }

    /** Whether it is {@code true}. */
    public boolean isSet(String name) {
        return values.get(name) == Boolean.TRUE;
    }

    public Optional<JsonFields> optionalObject(String name) {
        return of(name, JsonFields.class);
    }

    /** The objects in a list; what else is in it is left out. */
    public List<JsonFields> objects(String name) {
        return list(name, JsonFields.class);
    }

    /** The texts in a list; what else is in it is left out. */
    public List<String> texts(String name) {
        return list(name, String.class);
    }

    /** All that is text, in its order. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    private <T> T require(String name, Class<T> type) throws IOException {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw missing(name);
        }
        return type.cast(value);
    }

    private <T> Optional<T> of(String name, Class<T> type) {
        Object value = values.get(name);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    private <T> List<T> list(String name, Class<T> type) {
        List<T> list = new ArrayList<>();
        if (values.get(name) instanceof List<?> items) {
            for (Object item : items) {
                if (type.isInstance(item)) {
                    list.add(type.cast(item));
                }
            }
        }
        return list;
    }

    private static IOException missing(String name) {
        return new IOException(Message.text("it has no \"%s\" as it should be", name));
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> read(parser);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (next(parser) != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static JsonToken next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IOException(Message.text("it ends too early"));
        }
        return token;
    }
}
