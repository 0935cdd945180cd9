package io.videogen.core.download;

import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
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

    private static final int SCHEMA = 1;

    PartNote withDurable(long bytes) {
        return new PartNote(address, validator, total, bytes);
    }

    String toJson() {
        return JsonRecord.text(json -> json.put("schema", SCHEMA)
                .put("address", address)
                .put("validator", validator)
                .put("total", total)
                .put("durable", durable));
    }

    /** @return nothing when the text is not such a note: then the download starts anew */
    static Optional<PartNote> fromJson(String text) {
        try {
            JsonFields json = JsonFields.parse(text);
            return json.number("schema") == SCHEMA
                    ? Optional.of(new PartNote(
                            json.text("address"),
                            json.optionalText("validator"),
                            json.optionalNumber("total"),
                            json.number("durable")))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
