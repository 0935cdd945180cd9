package io.videogen.core.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.download.VerifiedFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The text form of {@link RenderState}. Unknown fields are ignored, a higher schema number is refused. */
final class RenderStateJson {

    private static final int SCHEMA = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private RenderStateJson() {}

    static String write(RenderState state) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("key", state.key());
        json.put("name", state.name());
        state.model().ifPresent(value -> json.put("model", value));
        json.put("api", state.api());
        json.put("endpoint", state.endpoint());
        json.put("phase", state.phase().name());
        state.submission().ifPresent(value -> json.put("submission", value));
        state.submittedAt().ifPresent(value -> json.put("submittedAt", value.toString()));
        state.jobId().ifPresent(value -> json.put("jobId", value));
        state.statusWord().ifPresent(value -> json.put("status", value));
        state.percent().ifPresent(value -> json.put("percent", value));
        state.completedAt().ifPresent(value -> json.put("completedAt", value.toString()));
        json.put("attempts", state.attempts());
        if (!state.videos().isEmpty()) {
            var videos = json.putArray("videos");
            state.videos().forEach(file -> videos.add(write(file)));
        }
        state.thumbnail().ifPresent(file -> json.set("thumbnail", write(file)));
        state.failure().ifPresent(failure -> json.putObject("failure")
                .put("kind", failure.kind().name())
                .put("code", failure.code())
                .put("message", failure.message()));
        return json.toString();
    }

    static RenderState read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            int schema = json.path("schema").asInt(0);
            if (schema > SCHEMA) {
                throw new VideogenException(
                        ErrorKind.STORAGE,
                        "newer_schema",
                        "A job record has schema \"" + schema + "\", and this version of Videogen knows \"" + SCHEMA
                                + "\". Use the newer version, or another cache directory.");
            }
            return new RenderState(
                    text(json, "key").orElseThrow(() -> malformed(null)),
                    text(json, "name").orElseThrow(() -> malformed(null)),
                    text(json, "model"),
                    text(json, "api").orElseThrow(() -> malformed(null)),
                    text(json, "endpoint").orElseThrow(() -> malformed(null)),
                    Phase.valueOf(json.path("phase").asText()),
                    text(json, "submission"),
                    text(json, "submittedAt").map(Instant::parse),
                    text(json, "jobId"),
                    text(json, "status"),
                    json.hasNonNull("percent")
                            ? OptionalInt.of(json.get("percent").asInt())
                            : OptionalInt.empty(),
                    text(json, "completedAt").map(Instant::parse),
                    json.path("attempts").asInt(0),
                    files(json.path("videos")),
                    json.hasNonNull("thumbnail") ? Optional.of(file(json.get("thumbnail"))) : Optional.empty(),
                    json.hasNonNull("failure") ? Optional.of(failure(json.get("failure"))) : Optional.empty());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw malformed(e);
        }
    }

    private static ObjectNode write(VerifiedFile file) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("extension", file.extension());
        json.put("sha256", file.sha256());
        json.put("bytes", file.bytes());
        file.durationSeconds().ifPresent(value -> json.put("durationSeconds", value));
        file.width().ifPresent(value -> json.put("width", value));
        file.height().ifPresent(value -> json.put("height", value));
        return json;
    }

    private static List<VerifiedFile> files(JsonNode array) {
        List<VerifiedFile> files = new ArrayList<>();
        array.forEach(item -> files.add(file(item)));
        return files;
    }

    private static VerifiedFile file(JsonNode json) {
        return new VerifiedFile(
                json.path("extension").asText(),
                json.path("sha256").asText(),
                json.path("bytes").asLong(),
                json.hasNonNull("durationSeconds")
                        ? OptionalDouble.of(json.get("durationSeconds").asDouble())
                        : OptionalDouble.empty(),
                json.hasNonNull("width") ? Optional.of(json.get("width").asInt()) : Optional.empty(),
                json.hasNonNull("height") ? Optional.of(json.get("height").asInt()) : Optional.empty());
    }

    private static Failure failure(JsonNode json) {
        return new Failure(
                ErrorKind.valueOf(json.path("kind").asText()),
                json.path("code").asText(),
                json.path("message").asText());
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
    }

    private static VideogenException malformed(Exception cause) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "malformed_state",
                "A job record is damaged. The job that it told of may exist and may have been paid: look it up at the "
                        + "provider before the video is submitted again.",
                cause);
    }
}
