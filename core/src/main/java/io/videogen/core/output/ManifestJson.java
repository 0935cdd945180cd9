package io.videogen.core.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
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
 * The text form of {@link Manifest}. Streams, because the first use of Jackson's tree model costs more than the rest of
 * a run that has nothing to do.
 */
final class ManifestJson {

    static final int SCHEMA = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private ManifestJson() {}

    static String write(Manifest manifest) throws IOException {
        StringWriter text = new StringWriter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            if (!manifest.films().isEmpty()) {
                json.writeArrayFieldStart("films");
                for (FilmEntry film : manifest.films()) {
                    FilmJson.write(json, film);
                }
                json.writeEndArray();
            }
            json.writeArrayFieldStart("videos");
            for (ManifestEntry entry : manifest.videos()) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /**
     * Reads what any version of this schema wrote: unknown fields are skipped, values of a wrong type count as absent.
     *
     * @throws IOException when the text is no JSON of this schema
     */
    static Manifest read(byte[] text) throws IOException {
        List<ManifestEntry> entries = new ArrayList<>();
        List<FilmEntry> films = new ArrayList<>();
        long schema = 0;
        try (JsonParser json = FACTORY.createParser(text)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("schema") && value == JsonToken.VALUE_NUMBER_INT) {
                    schema = json.getLongValue();
                } else if (field.equals("videos") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        entry(fields(json)).ifPresent(entries::add);
                    }
                    expect(json.currentToken() == JsonToken.END_ARRAY, "\"videos\" holds something else than objects");
                } else if (field.equals("films") && value == JsonToken.START_ARRAY) {
                    films.addAll(FilmJson.read(json));
                } else {
                    json.skipChildren();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT, "it breaks off");
        }
        expect(schema == SCHEMA, "its schema is \"" + schema + "\" and not \"" + SCHEMA + "\"");
        return new Manifest(entries, films);
    }

    private static void write(JsonGenerator json, ManifestEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", entry.name());
        json.writeStringField("status", entry.status());
        if (!entry.folder().isEmpty()) {
            json.writeStringField("folder", entry.folder());
        }
        if (entry.take().isPresent()) {
            json.writeNumberField("take", entry.take().getAsInt());
        }
        text(json, "file", entry.file());
        text(json, "thumbnail", entry.thumbnail());
        text(json, "sha256", entry.sha256());
        number(json, "bytes", entry.bytes());
        if (entry.durationSeconds().isPresent()) {
            json.writeNumberField("durationSeconds", entry.durationSeconds().getAsDouble());
        } else {
            json.writeNullField("durationSeconds");
        }
        number(json, "width", widened(entry.width()));
        number(json, "height", widened(entry.height()));
        text(json, "model", entry.model());
        text(json, "prompt", entry.prompt());
        text(json, "seconds", entry.seconds());
        text(json, "size", entry.size());
        if (!entry.fields().isEmpty()) {
            json.writeObjectFieldStart("fields");
            for (Map.Entry<String, String> field : entry.fields().entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        }
        text(json, "api", entry.api());
        text(json, "endpoint", entry.endpoint());
        text(json, "jobId", entry.jobId());
        text(json, "source", entry.source());
        text(json, "createdAt", entry.createdAt().map(Instant::toString));
        text(json, "completedAt", entry.completedAt().map(Instant::toString));
        number(json, "elapsedMillis", entry.elapsedMillis());
        if (entry.cost().isPresent()) {
            json.writeObjectFieldStart("cost");
            json.writeNumberField("amount", entry.cost().get().amount());
            json.writeStringField("unit", entry.cost().get().unit());
            json.writeStringField("source", entry.cost().get().source());
            json.writeEndObject();
        }
        if (!entry.warnings().isEmpty()) {
            json.writeArrayFieldStart("warnings");
            for (String warning : entry.warnings()) {
                json.writeString(warning);
            }
            json.writeEndArray();
        }
        if (entry.error().isPresent()) {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", entry.error().get().code());
            json.writeStringField("message", entry.error().get().message());
            json.writeEndObject();
        } else {
            json.writeNullField("error");
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
        // writeStringField takes null for a null value
        json.writeStringField(field, value.orElse(null));
    }

    private static void number(JsonGenerator json, String field, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.getAsLong());
        } else {
            json.writeNullField(field);
        }
    }

    private static OptionalLong widened(OptionalInt value) {
        return value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty();
    }

    /** The plain values of the object that the parser has just entered; nested objects under {@code outer.inner}. */
    private static Map<String, Object> fields(JsonParser json) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            switch (json.nextToken()) {
                case VALUE_STRING -> values.put(field, json.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> values.put(field, json.getDoubleValue());
                case START_OBJECT -> fields(json).forEach((inner, value) -> values.put(field + "." + inner, value));
                case START_ARRAY -> values.put(field, texts(json));
                default -> {}
            }
        }
        expect(json.currentToken() == JsonToken.END_OBJECT, "it breaks off");
        return values;
    }

    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() != null, "it breaks off");
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            } else {
                json.skipChildren();
            }
        }
        return texts;
    }

    private static Optional<ManifestEntry> entry(Map<String, Object> values) {
        Optional<String> name = text(values, "name");
        Optional<String> status = text(values, "status");
        if (name.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ManifestEntry(
                name.get(),
                status.get(),
                text(values, "folder").orElse(""),
                narrowed(whole(values, "take")),
                text(values, "file"),
                text(values, "thumbnail"),
                text(values, "sha256"),
                whole(values, "bytes"),
                number(values, "durationSeconds"),
                narrowed(whole(values, "width")),
                narrowed(whole(values, "height")),
                text(values, "model"),
                text(values, "prompt"),
                text(values, "seconds"),
                text(values, "size"),
                requested(values),
                text(values, "api"),
                text(values, "endpoint"),
                text(values, "jobId"),
                text(values, "source"),
                instant(values, "createdAt"),
                instant(values, "completedAt"),
                whole(values, "elapsedMillis"),
                cost(values),
                warnings(values),
                text(values, "error.code")
                        .map(code -> new ManifestEntry.Trouble(
                                code, text(values, "error.message").orElse("")))));
    }

    private static Map<String, String> requested(Map<String, Object> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith("fields.") && value instanceof String text) {
                fields.put(name.substring("fields.".length()), text);
            }
        });
        return fields;
    }

    private static Optional<Cost> cost(Map<String, Object> values) {
        OptionalDouble amount = number(values, "cost.amount");
        return amount.isPresent()
                ? text(values, "cost.unit")
                        .map(unit -> new Cost(
                                BigDecimal.valueOf(amount.getAsDouble()),
                                unit,
                                text(values, "cost.source").orElse("")))
                : Optional.empty();
    }

    private static List<String> warnings(Map<String, Object> values) {
        return values.get("warnings") instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Optional<String> text(Map<String, Object> values, String field) {
        return values.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static OptionalDouble number(Map<String, Object> values, String field) {
        return values.get(field) instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static OptionalLong whole(Map<String, Object> values, String field) {
        return values.get(field) instanceof Double number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    private static OptionalInt narrowed(OptionalLong value) {
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    private static Optional<Instant> instant(Map<String, Object> values, String field) {
        try {
            return text(values, field).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void expect(boolean good, String why) throws IOException {
        if (!good) {
            throw new IOException(why);
        }
    }
}
