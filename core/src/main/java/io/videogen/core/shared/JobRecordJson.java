package io.videogen.core.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.videogen.core.ErrorKind;
import io.videogen.core.NewerSchemaException;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The text form of {@link JobRecord}: state and clip are the very texts that the folder of one machine holds. */
final class JobRecordJson {

    private static final int SCHEMA = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    private JobRecordJson() {}

    /** Loaded by the first record that is read. */
    private static final class Tree {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }

    static byte[] write(JobRecord job) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("key", job.key());
            json.writeStringField("attempt", job.attempt());
            if (job.holder().isPresent()) {
                Holder holder = job.holder().get();
                json.writeObjectFieldStart("holder");
                json.writeStringField("run", holder.run());
                json.writeStringField("build", holder.build());
                json.writeStringField("host", holder.host());
                json.writeStringField("since", holder.since().toString());
                json.writeEndObject();
            }
            if (job.state().isPresent()) {
                json.writeFieldName("state");
                json.writeRawValue(job.state().get().toJson());
            }
            if (job.clip().isPresent()) {
                json.writeFieldName("clip");
                json.writeRawValue(new String(job.clip().get().toJson(), StandardCharsets.UTF_8));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** @throws VideogenException if it is damaged or of a newer version: its job may have been paid, so it never counts as absent */
    static JobRecord read(String key, byte[] content) {
        try {
            JsonNode json = Tree.MAPPER.readTree(content);
            if (json.path("schema").asInt(0) > SCHEMA) {
                throw new NewerSchemaException("The record \"" + key + "\" of the shared store has schema \""
                        + json.path("schema").asInt() + "\", and this version of Videogen knows \"" + SCHEMA
                        + "\". Use the newer version, or another store.");
            }
            if (!json.path("key").asText().equals(key)) {
                throw damaged(key, "it belongs to \"" + json.path("key").asText() + "\"", null);
            }
            return new JobRecord(
                    key,
                    json.path("attempt").asText(),
                    part(json, "holder").map(JobRecordJson::holder),
                    part(json, "state").map(state -> RenderState.fromJson(state.toString())),
                    json.hasNonNull("clip")
                            ? Optional.of(
                                    ClipRecord.parse(json.get("clip").toString().getBytes(StandardCharsets.UTF_8)))
                            : Optional.empty());
        } catch (IOException | DateTimeException e) {
            throw damaged(key, "its text is not a record", e);
        }
    }

    private static Optional<JsonNode> part(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.get(name)) : Optional.empty();
    }

    private static Holder holder(JsonNode json) {
        return new Holder(
                json.path("run").asText(),
                json.path("build").asText(),
                json.path("host").asText(),
                Instant.parse(json.path("since").asText()));
    }

    private static VideogenException damaged(String key, String why, Exception cause) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "damaged_job",
                "The record \"jobs/" + key + ".json\" of the shared store is damaged: " + why
                        + ". Its job may exist and may have been paid: look it up at the provider, then delete the"
                        + " object.",
                cause);
    }
}
