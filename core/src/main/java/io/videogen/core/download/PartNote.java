package io.videogen.core.download;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is kept beside a part of a file, so that a later attempt can ask for the rest of that very file.
 *
 * @param address digest of the address without its query; the address itself is a secret
 * @param validator strong {@code ETag}, or a {@code Last-Modified} that counts as strong; without one nothing is resumed
 * @param total length of the whole file, where the server told it
 * @param durable bytes of the part that are known to be on disk; those after them may be lost to a power cut
 */
record PartNote(String address, Optional<String> validator, OptionalLong total, long durable) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    PartNote withDurable(long bytes) {
        return new PartNote(address, validator, total, bytes);
    }

    String toJson() {
        var json = MAPPER.createObjectNode().put("schema", 1).put("address", address);
        validator.ifPresent(value -> json.put("validator", value));
        total.ifPresent(value -> json.put("total", value));
        return json.put("durable", durable).toString();
    }

    /** @return nothing when the text is not such a note: then the download starts anew */
    static Optional<PartNote> fromJson(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json.path("schema").asInt() != 1) {
                return Optional.empty();
            }
            return Optional.of(new PartNote(
                    json.path("address").asText(),
                    json.has("validator") ? Optional.of(json.get("validator").asText()) : Optional.empty(),
                    json.has("total") ? OptionalLong.of(json.get("total").asLong()) : OptionalLong.empty(),
                    json.path("durable").asLong()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
