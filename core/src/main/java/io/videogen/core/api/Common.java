package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.reply.Meaning;
import java.math.BigDecimal;

/** Tells a reply in the common shape of {@link Meaning}. */
final class Common {

    private static final String MODERATION = "moderation";

    private Common() {}

    /** A copy of the reply, to be changed; of a reply that is no object an empty one. */
    static ObjectNode copy(JsonNode reply) {
        return reply.isObject() ? reply.deepCopy() : JsonTree.object();
    }

    /** Adds what the API tells as its cost, if it does. */
    static ObjectNode cost(ObjectNode reply, JsonNode amount, String unit) {
        String text = amount.isNumber() || amount.isTextual() ? amount.asText() : "";
        if (text.matches("\\d{1,15}(\\.\\d{1,12})?")) {
            reply.putObject("cost")
                    .put("amount", new BigDecimal(text).toPlainString())
                    .put("unit", unit);
        }
        return reply;
    }

    /** The state of a job that failed, whatever the HTTP status of the reply. */
    static Meaning failed(JsonNode message, JsonNode code, boolean moderated) {
        ObjectNode job = JsonTree.object().put("status", "failed");
        error(job, message, code, moderated);
        return new Meaning.OfJob(job);
    }

    /** Puts an error into a reply, marked as a refusal of its content if it is one. */
    static ObjectNode error(ObjectNode reply, JsonNode message, JsonNode code, boolean moderated) {
        ObjectNode error = reply.putObject("error").put("message", message.asText(""));
        if (!code.asText("").isEmpty()) {
            error.put("code", code.asText());
        }
        if (moderated) {
            error.put("type", MODERATION);
        }
        return reply;
    }

    /** Whether an HTTP status says that the request itself, and not the caller or the hour, is the trouble. */
    static boolean isFinal(int status) {
        return status == 400 || status == 422;
    }
}
