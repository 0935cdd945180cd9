package io.videogen.core.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.request.JsonObjectText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON whose numbers keep their digits: {@code 5} stays {@code 5}, {@code 5.0} stays {@code 5.0}. */
final class JsonTree {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Pattern PATH = Pattern.compile("\\w+([.]\\w+)*");

    private JsonTree() {}

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw VideogenException.invalid("malformed_json")
                    .says("This is not valid JSON: %s", e.getOriginalMessage());
        }
    }

    /** A text, boolean or number as it is, a pasted object as its tree. */
    static JsonNode of(Object value) {
        if (value instanceof JsonObjectText json) {
            return parse(json.text());
        }
        // A text needs no serializer, and looking one up is the slowest step of a first submission.
        return value instanceof String text ? MAPPER.getNodeFactory().textNode(text) : MAPPER.valueToTree(value);
    }

    /** Whether a name of {@link FieldTable} is a field, or a field in objects. */
    static boolean isPath(String name) {
        return PATH.matcher(name).matches();
    }

    /** Sets a field by a path such as {@code parameters.duration}. */
    static void put(ObjectNode root, String path, JsonNode value) {
        ObjectNode parent = root;
        String[] names = path.split("[.]");
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.withObjectProperty(names[i]);
        }
        if (value instanceof ObjectNode object && parent.get(names[names.length - 1]) instanceof ObjectNode present) {
            merge(present, object);
        } else {
            parent.set(names[names.length - 1], value);
        }
    }

    /** Adds fields; an object goes into an object that is there, anything else takes the place of what is there. */
    static void merge(ObjectNode into, ObjectNode fields) {
        fields.properties().forEach(field -> {
            JsonNode present = into.get(field.getKey());
            if (present instanceof ObjectNode inner && field.getValue() instanceof ObjectNode more) {
                merge(inner, more);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    /** An absolute address; nothing if it is none. */
    static Optional<URI> uri(JsonNode node) {
        try {
            return Optional.of(new URI(node.asText(""))).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
