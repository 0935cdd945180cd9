package io.videogen.core.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object as the user pasted it. Numbers keep their form ({@code 5} stays {@code 5}, {@code 5.0} stays
 * {@code 5.0}), because some gateways reject the other one.
 *
 * @param text the JSON text, valid and an object
 */
public record JsonObjectText(String text) {

    /** Checks the text. A syntax error is reported with line and column under the name of the field. */
    public static JsonObjectText parse(String field, String text) {
        try (JsonParser parser = Parsers.STRICT.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw VideogenException.invalid("malformed_json")
                        .says("The field \"%s\" must be a JSON object such as {\"style\": \"film\"}.", field);
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, Message.text("Only one JSON object is expected"));
            }
        } catch (JsonProcessingException e) {
            throw VideogenException.invalid("malformed_json")
                    .says("The field \"%s\" is not valid JSON%s: %s.", field, place(e.getLocation()), why(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonObjectText(text.strip());
    }

    /** The members, in order, those of an object in it by a path such as {@code parameters.duration}. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        try (JsonParser parser = Parsers.STRICT.createParser(text)) {
            parser.nextToken();
            addPaths(parser, "", paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths;
    }

    private static void addPaths(JsonParser parser, String parent, List<String> paths) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = parent + parser.currentName();
            paths.add(path);
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                addPaths(parser, path + ".", paths);
            } else {
                parser.skipChildren();
            }
        }
    }

    /**
     * The first number under one of these names, in the object or in an object in it; {@code "8s"} is one too.
     */
    public Optional<BigDecimal> number(String... names) {
        List<String> wanted = List.of(names);
        try (JsonParser parser = Parsers.STRICT.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                } else if (parser.currentToken() == JsonToken.FIELD_NAME && wanted.contains(parser.currentName())) {
                    boolean scalar = parser.nextToken().isScalarValue();
                    String value = scalar ? parser.getText().strip().replaceAll("s$", "") : "";
                    if (value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
                        return Optional.of(new BigDecimal(value));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    /** Whether an address may be in it, also with its letters escaped. */
    boolean hasAddress() {
        return text.matches("(?is).*(:|\\\\u003a)(\\\\?/|\\\\u002f){2}.*");
    }

    /** Without which feature would make the parser take it: that is for whoever writes a program. */
    private static String why(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll(": enable .*", "");
    }

    /** Text that breaks a limit of the parser, such as its nesting, has no place. */
    private static String place(JsonLocation location) {
        return location == null
                ? ""
                : Message.text(" at line %s, column %s", location.getLineNr(), location.getColumnNr());
    }

    /** Holder, so that a build that has no JSON text never loads a parser. The tree model would cost ten times more. */
    private static final class Parsers {
        static final JsonFactory STRICT = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }
}
