package io.videogen.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes a JSON object, field by field in the order of the calls. What is empty is left out, unless it is to be shown. */
public final class JsonRecord {

    static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private JsonRecord(JsonGenerator json) {
        this.json = json;
    }

    /** On one line, for programs. */
    public static String text(Consumer<JsonRecord> fields) {
        return write(fields, false);
    }

    /** Indented by two spaces, for people too; ends with a line feed on every system. */
    public static String indented(Consumer<JsonRecord> fields) {
        return write(fields, true) + "\n";
    }

    private static String write(Consumer<JsonRecord> fields, boolean indented) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (indented) {
                DefaultIndenter lines = new DefaultIndenter("  ", "\n");
                DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
                printer.indentArraysWith(lines);
                printer.indentObjectsWith(lines);
                json.setPrettyPrinter(printer);
            }
            new JsonRecord(json).object(fields);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return text.toString();
    }

    public JsonRecord put(String name, String value) {
        return write(name, () -> json.writeString(value));
    }

    /** Writes the value's text, if there is a value. */
    public JsonRecord put(String name, Optional<?> value) {
        return value.isPresent() ? put(name, value.get().toString()) : this;
    }

    public JsonRecord put(String name, long value) {
        return write(name, () -> json.writeNumber(value));
    }

    public JsonRecord put(String name, double value) {
        return write(name, () -> json.writeNumber(value));
    }

    public JsonRecord put(String name, BigDecimal value) {
        return write(name, () -> json.writeNumber(value));
    }

    public JsonRecord put(String name, boolean value) {
        return write(name, () -> json.writeBoolean(value));
    }

    public JsonRecord put(String name, OptionalInt value) {
        return value.isPresent() ? put(name, value.getAsInt()) : this;
    }

    public JsonRecord put(String name, OptionalLong value) {
        return value.isPresent() ? put(name, value.getAsLong()) : this;
    }

    public JsonRecord put(String name, OptionalDouble value) {
        return value.isPresent() ? put(name, value.getAsDouble()) : this;
    }

    /** Writes the value's text, or {@code null}. */
    public JsonRecord show(String name, Optional<?> value) {
        return value.isPresent() ? put(name, value) : putNull(name);
    }

    public JsonRecord show(String name, OptionalInt value) {
        return value.isPresent() ? put(name, value) : putNull(name);
    }

    public JsonRecord show(String name, OptionalLong value) {
        return value.isPresent() ? put(name, value) : putNull(name);
    }

    public JsonRecord show(String name, OptionalDouble value) {
        return value.isPresent() ? put(name, value) : putNull(name);
    }

    /** Says that there is no value. */
    public JsonRecord putNull(String name) {
        return write(name, json::writeNull);
    }

    /** A value that is JSON already. */
    public JsonRecord putJson(String name, String value) {
        return write(name, () -> json.writeRawValue(value));
    }

    public JsonRecord object(String name, Consumer<JsonRecord> fields) {
        return write(name, () -> object(fields));
    }

    public <T> JsonRecord objects(String name, Iterable<T> items, BiConsumer<JsonRecord, T> fields) {
        return array(name, items, item -> object(record -> fields.accept(record, item)));
    }

    public JsonRecord texts(String name, Iterable<String> items) {
        return array(name, items, json::writeString);
    }

    private <T> JsonRecord array(String name, Iterable<T> items, Element<T> element) {
        return write(name, () -> {
            json.writeStartArray();
            for (T item : items) {
                element.write(item);
            }
            json.writeEndArray();
        });
    }

    private void object(Consumer<JsonRecord> fields) throws IOException {
        json.writeStartObject();
        fields.accept(this);
        json.writeEndObject();
    }

    private JsonRecord write(String name, Value value) {
        try {
            json.writeFieldName(name);
            value.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
    }

    private interface Value {
        void write() throws IOException;
    }

    private interface Element<T> {
        void write(T item) throws IOException;
    }
}
