package io.videogen.core.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.request.JsonObjectText;
import java.nio.charset.StandardCharsets;

/** JSON whose numbers keep their digits: {@code 5} stays {@code 5}, {@code 5.0} stays {@code 5.0}. */
final class JsonTree {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonTree() {}

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw VideogenException.invalid("malformed_json", "This is not valid JSON: " + e.getOriginalMessage());
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
