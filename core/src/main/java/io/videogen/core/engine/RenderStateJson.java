package io.videogen.core.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.videogen.core.ErrorKind;
import io.videogen.core.NewerSchemaException;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Setting;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.download.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.artifact.VerifiedFileJson;
import io.videogen.core.reply.Cost;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The text form of {@link RenderState}. Unknown fields are ignored, a higher schema number is refused. What is read may
 * have been written by somebody else: what is only shown goes through the gate of a server's words, and what is used
 * must be possible.
 */
final class RenderStateJson {

    private static final int SCHEMA = 1;
    private static final ServerText GATE = ServerText.hiding(Optional.empty());
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_MESSAGE = 10_000;
    private static final int LONGEST_EXACT = 512;
    /** Beyond these, reckoning with times ends in an overflow. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final JsonFactory FACTORY = new JsonFactory();

    private RenderStateJson() {}

    /** Loaded by the first record that is read. */
    private static final class Tree {
        static final ObjectMapper MAPPER = JsonMapper.builder().build();
    }

    /** Written as a stream: the first use of the tree model would hold the first submission up. */
    static String write(RenderState state) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("key", state.key());
            json.writeStringField("name", state.name());
            write(json, "model", state.model());
            json.writeStringField("api", state.api());
            json.writeStringField("endpoint", state.endpoint());
            json.writeStringField("phase", state.phase().name());
            write(json, "submission", state.submission());
            write(json, "submittedAt", state.submittedAt());
            write(json, "jobId", state.jobId());
            write(json, "status", state.statusWord());
            if (state.percent().isPresent()) {
                json.writeNumberField("percent", state.percent().getAsInt());
            }
            write(json, "completedAt", state.completedAt());
            json.writeNumberField("attempts", state.attempts());
            if (!state.videos().isEmpty()) {
                json.writeArrayFieldStart("videos");
                for (VerifiedFile file : state.videos()) {
                    write(json, file);
                }
                json.writeEndArray();
            }
            for (ArtifactKind kind : Stills.KINDS) {
                if (state.stills().get(kind).isPresent()) {
                    json.writeFieldName(kind.word());
                    write(json, state.stills().get(kind).get());
                }
            }
            if (state.failure().isPresent()) {
                Failure failure = state.failure().get();
                json.writeObjectFieldStart("failure");
                json.writeStringField("kind", failure.kind().name());
                json.writeStringField("code", failure.code());
                json.writeStringField("message", failure.message());
                json.writeEndObject();
            }
            if (state.cost().isPresent()) {
                json.writeObjectFieldStart("cost");
                json.writeNumberField("amount", state.cost().get().amount());
                json.writeStringField("unit", state.cost().get().unit().toString());
                json.writeEndObject();
            }
            write(json, "lastReply", state.lastReply());
            write(json, "search", state.search());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return text.toString();
    }

    static RenderState read(String text) {
        try {
            JsonNode json = Tree.MAPPER.readTree(text);
            int schema = json.path("schema").asInt(0);
            if (schema > SCHEMA) {
                throw new NewerSchemaException(
                        "A job record has schema \"" + schema + "\", and this version of Videogen knows \"" + SCHEMA
                                + "\". Use the newer version, or another " + Setting.CACHE_DIRECTORY + ".");
            }
            return new RenderState(
                    text(json, "key").map(RenderStateJson::exact).orElseThrow(() -> malformed(null)),
                    name(json, "name").orElseThrow(() -> malformed(null)),
                    name(json, "model"),
                    name(json, "api").orElseThrow(() -> malformed(null)),
                    endpoint(text(json, "endpoint").orElseThrow(() -> malformed(null))),
                    Phase.valueOf(json.path("phase").asText()),
                    text(json, "submission").map(RenderStateJson::exact),
                    text(json, "submittedAt").map(RenderStateJson::time),
                    text(json, "jobId").map(RenderStateJson::jobId),
                    said(json, "status", LONGEST_WORD),
                    json.hasNonNull("percent")
                            ? OptionalInt.of(
                                    Math.max(0, Math.min(json.get("percent").asInt(), 100)))
                            : OptionalInt.empty(),
                    text(json, "completedAt").map(RenderStateJson::time),
                    Math.max(0, json.path("attempts").asInt(0)),
                    files(json.path("videos")),
                    Stills.of(still(json, ArtifactKind.THUMBNAIL), still(json, ArtifactKind.LAST_FRAME)),
                    json.hasNonNull("failure") ? Optional.of(failure(json.get("failure"))) : Optional.empty(),
                    json.hasNonNull("cost") ? Optional.of(cost(json.get("cost"))) : Optional.empty(),
                    said(json, "lastReply", LONGEST_MESSAGE).map(Said::toString),
                    text(json, "search"));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw malformed(e);
        }
    }

    private static void write(JsonGenerator json, String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        }
    }

    private static void write(JsonGenerator json, VerifiedFile file) throws IOException {
        json.writeStartObject();
        VerifiedFileJson.write(json, file);
        json.writeEndObject();
    }

    private static List<VerifiedFile> files(JsonNode array) {
        List<VerifiedFile> files = new ArrayList<>();
        array.forEach(item -> files.add(file(item)));
        return files;
    }

    private static Optional<VerifiedFile> still(JsonNode json, ArtifactKind kind) {
        return json.hasNonNull(kind.word()) ? Optional.of(file(json.get(kind.word()))) : Optional.empty();
    }

    private static VerifiedFile file(JsonNode json) {
        String extension = json.path("extension").asText();
        String sha256 = json.path("sha256").asText();
        long bytes = json.path("bytes").asLong();
        // They become parts of paths.
        if (!extension.matches("[a-z0-9]{1,8}") || !sha256.matches("[0-9a-f]{64}") || bytes < 0) {
            throw malformed(null);
        }
        return new VerifiedFile(
                extension,
                sha256,
                bytes,
                json.hasNonNull("durationSeconds")
                        ? OptionalDouble.of(json.get("durationSeconds").asDouble())
                        : OptionalDouble.empty(),
                json.hasNonNull("width") ? Optional.of(json.get("width").asInt()) : Optional.empty(),
                json.hasNonNull("height") ? Optional.of(json.get("height").asInt()) : Optional.empty());
    }

    private static Cost cost(JsonNode json) {
        return new Cost(
                new BigDecimal(json.path("amount").asText()),
                GATE.said(json.path("unit").asText(), LONGEST_WORD));
    }

    private static Failure failure(JsonNode json) {
        return new Failure(
                ErrorKind.valueOf(json.path("kind").asText()),
                GATE.said(json.path("code").asText(), LONGEST_WORD).toString(),
                GATE.said(json.path("message").asText(), LONGEST_MESSAGE).toString());
    }

    private static Optional<Said> said(JsonNode json, String field, int longest) {
        return text(json, field).map(text -> GATE.said(text, longest));
    }

    private static Optional<String> name(JsonNode json, String field) {
        return said(json, field, LONGEST_WORD).map(Said::toString);
    }

    private static String exact(String text) {
        return GATE.exactly(text, LONGEST_EXACT).map(Said::toString).orElseThrow(() -> malformed(null));
    }

    private static String jobId(String text) {
        return GATE.id(text).map(Said::toString).orElseThrow(() -> malformed(null));
    }

    private static String endpoint(String text) {
        URI uri = URI.create(exact(text));
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw malformed(null);
        }
        return text;
    }

    private static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw malformed(null);
        }
        return time;
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
