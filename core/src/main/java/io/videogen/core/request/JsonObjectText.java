package io.videogen.core.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.videogen.core.VideogenException;
import java.util.Locale;

/**
 * A JSON object as the user pasted it. Numbers keep their form ({@code 5} stays {@code 5}, {@code 5.0} stays
 * {@code 5.0}), because some gateways reject the other one.
 *
 * @param text the JSON text, valid and an object
 */
public record JsonObjectText(String text) {

    /** Checks the text. A syntax error is reported with line and column under the name of the field. */
    public static JsonObjectText parse(String field, String text) {
        JsonNode node;
        try {
            node = Reader.STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            throw VideogenException.invalid(
                    "malformed_json",
                    "The field \"" + field + "\" is not valid JSON at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage() + ".");
        }
        if (!node.isObject()) {
            throw VideogenException.invalid(
                    "malformed_json",
                    "The field \"" + field + "\" must be a JSON object such as {\"style\": \"film\"}, not "
                            + node.getNodeType().name().toLowerCase(Locale.ROOT) + ".");
        }
        return new JsonObjectText(text.strip());
    }

    /** Holder, so that a build that has no JSON text never loads the tree model. */
    private static final class Reader {
        static final ObjectReader STRICT = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .reader();
    }
}
