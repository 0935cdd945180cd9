package io.videogen.core.shared;

import io.videogen.core.ErrorKind;
import io.videogen.core.NewerSchemaException;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.engine.RenderState;
import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import io.videogen.core.store.ClipRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text form of {@link SharedRecord}: state and clip are the very texts that the folder of one machine holds. */
final class SharedRecordJson {

    private static final int SCHEMA = 1;

    private SharedRecordJson() {}

    static byte[] write(SharedRecord job) {
        return JsonRecord.text(json -> fields(json, job)).getBytes(StandardCharsets.UTF_8);
    }

    private static void fields(JsonRecord json, SharedRecord job) {
        json.put("schema", SCHEMA).put("key", job.key()).put("attempt", job.attempt());
        job.holder()
                .ifPresent(holder -> json.object("holder", it -> it.put("run", holder.run())
                        .put("build", holder.build())
                        .put("host", holder.host())
                        .put("since", holder.since().toString())));
        job.state().ifPresent(state -> json.putJson("state", state.toJson()));
        job.clip().ifPresent(clip -> json.putJson("clip", clip.toJson()));
    }

    /** @throws VideogenException if it is damaged or of a newer version: its job may have been paid, so it never counts as absent */
    static SharedRecord read(String key, byte[] content) {
        try {
            JsonFields json = JsonFields.parse(content);
            long schema = json.optionalNumber("schema").orElse(0);
            if (schema > SCHEMA) {
                throw new NewerSchemaException(
                        "The record \"%s\" of the shared store has schema \"%s\", and this version of Videogen"
                                + " knows \"%s\". Use the newer version, or another store.",
                        key, schema, SCHEMA);
            }
            if (!json.text("key").equals(key)) {
                throw damaged(key, null, "it belongs to \"%s\"", json.text("key"));
            }
            Optional<JsonFields> holder = json.optionalObject("holder");
            Optional<JsonFields> clip = json.optionalObject("clip");
            return new SharedRecord(
                    key,
                    json.text("attempt"),
                    holder.isPresent() ? Optional.of(holder(holder.get())) : Optional.empty(),
                    json.optionalObject("state").map(RenderState::from),
                    clip.isPresent() ? Optional.of(ClipRecord.read(clip.get())) : Optional.empty());
        } catch (IOException e) {
            throw damaged(key, e, "its text is not a record");
        }
    }

    private static Holder holder(JsonFields json) throws IOException {
        return new Holder(json.text("run"), json.text("build"), json.text("host"), json.instant("since"));
    }

    private static VideogenException damaged(String key, Exception cause, String why, Object... values) {
        return VideogenException.of(ErrorKind.STORAGE, "damaged_job", cause)
                .says(
                        "The record \"jobs/%s.json\" of the shared store is damaged: %s. Its job may exist and"
                                + " may have been paid: look it up at the provider, then delete the object.",
                        key, Message.text(why, values));
    }
}
