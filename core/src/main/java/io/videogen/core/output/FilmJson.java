package io.videogen.core.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The text form of {@link FilmEntry}. */
final class FilmJson {

    private FilmJson() {}

    static void write(JsonGenerator json, FilmEntry film) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", film.name());
        if (!film.folder().isEmpty()) {
            json.writeStringField("folder", film.folder());
        }
        json.writeStringField("key", film.key());
        json.writeBooleanField("preview", film.preview());
        json.writeArrayFieldStart("files");
        for (FilmEntry.File file : film.files()) {
            json.writeStartObject();
            json.writeStringField("file", file.file());
            json.writeStringField("format", file.format());
            json.writeNumberField("bytes", file.bytes());
            json.writeStringField("sha256", file.sha256());
            if (file.width().isPresent() && file.height().isPresent()) {
                json.writeNumberField("width", file.width().getAsInt());
                json.writeNumberField("height", file.height().getAsInt());
            }
            if (file.durationSeconds().isPresent()) {
                json.writeNumberField("durationSeconds", file.durationSeconds().getAsDouble());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("shots");
        for (FilmEntry.Shot shot : film.shots()) {
            json.writeStartObject();
            json.writeStringField("label", shot.label());
            json.writeNumberField("from", shot.from());
            json.writeNumberField("to", shot.to());
            json.writeBooleanField("preview", shot.preview());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!film.warnings().isEmpty()) {
            json.writeArrayFieldStart("warnings");
            for (String warning : film.warnings()) {
                json.writeString(warning);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** The films of an array that the parser has just entered; what is none is left out. */
    static List<FilmEntry> read(JsonParser json) throws IOException {
        List<FilmEntry> films = new ArrayList<>();
        for (Map<String, Object> film : objects(json)) {
            if (film.get("name") instanceof String name) {
                films.add(new FilmEntry(
                        name,
                        text(film, "folder"),
                        text(film, "key"),
                        film.get("preview") == Boolean.TRUE,
                        list(film, "files").stream().map(FilmJson::file).toList(),
                        list(film, "shots").stream().map(FilmJson::shot).toList(),
                        texts(film)));
            }
        }
        return films;
    }

    private static FilmEntry.File file(Map<String, Object> file) {
        return new FilmEntry.File(
                text(file, "file"),
                text(file, "format"),
                (long) number(file, "bytes"),
                text(file, "sha256"),
                file.containsKey("width") ? OptionalInt.of((int) number(file, "width")) : OptionalInt.empty(),
                file.containsKey("height") ? OptionalInt.of((int) number(file, "height")) : OptionalInt.empty(),
                file.containsKey("durationSeconds")
                        ? OptionalDouble.of(number(file, "durationSeconds"))
                        : OptionalDouble.empty());
    }

    private static FilmEntry.Shot shot(Map<String, Object> shot) {
        return new FilmEntry.Shot(
                text(shot, "label"), number(shot, "from"), number(shot, "to"), shot.get("preview") == Boolean.TRUE);
    }

    private static String text(Map<String, Object> values, String field) {
        return values.get(field) instanceof String text ? text : "";
    }

    private static double number(Map<String, Object> values, String field) {
        return values.get(field) instanceof Double number ? number : 0;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> values, String field) {
        return values.get(field) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> (Map<String, Object>) item)
                        .toList()
                : List.of();
    }

    private static List<String> texts(Map<String, Object> values) {
        return values.get("warnings") instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static List<Map<String, Object>> objects(JsonParser json) throws IOException {
        Map<String, Object> whole = new HashMap<>();
        whole.put("films", array(json));
        return list(whole, "films");
    }

    private static List<Object> array(JsonParser json) throws IOException {
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return values;
    }

    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new IOException("it breaks off");
        }
        return switch (token) {
            case START_ARRAY -> array(json);
            case START_OBJECT -> {
                Map<String, Object> fields = new HashMap<>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    fields.put(field, value(json));
                }
                yield fields;
            }
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            default -> false;
        };
    }
}
