package io.videogen.core.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** One text for all spellings of a JSON object: names sorted, no blanks, one way to escape, numbers as written. */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonObjectText json) {
        try (JsonParser parser = Parsers.FACTORY.createParser(json.text())) {
            parser.nextToken();
            return value(parser);
        } catch (IOException e) {
            // JsonObjectText holds valid JSON only.
            throw new UncheckedIOException(e);
        }
    }

    static String object(SortedMap<String, String> fields) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            members.add(quote(field.getKey()) + ":" + field.getValue());
        }
        return members.toString();
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                SortedMap<String, String> fields = new TreeMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield object(fields);
            }
            case START_ARRAY -> {
                List<String> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield "[" + String.join(",", items) + "]";
            }
            case VALUE_STRING -> quote(parser.getText());
            default -> parser.getText();
        };
    }

    /** Holder, so that a request without JSON text never loads a parser. */
    private static final class Parsers {
        static final JsonFactory FACTORY = new JsonFactory();
    }
}
