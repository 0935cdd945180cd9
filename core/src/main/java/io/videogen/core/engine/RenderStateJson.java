package io.videogen.core.engine;

import io.videogen.core.ErrorKind;
import io.videogen.core.NewerSchemaException;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Setting;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.artifact.VerifiedFileJson;
import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import io.videogen.core.reply.Cost;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private RenderStateJson() {}

    static String write(RenderState state) {
        return JsonRecord.text(json -> fields(json, state));
    }

    private static void fields(JsonRecord json, RenderState state) {
        json.put("schema", SCHEMA)
                .put("key", state.key())
                .put("name", state.name())
                .put("model", state.model())
                .put("api", state.api())
                .put("endpoint", state.endpoint())
                .put("phase", state.phase().name())
                .put("submission", state.submission())
                .put("submittedAt", state.submittedAt())
                .put("jobId", state.jobId())
                .put("status", state.statusWord())
                .put("percent", state.percent())
                .put("completedAt", state.completedAt())
                .put("attempts", state.attempts());
        if (!state.videos().isEmpty()) {
            json.objects("videos", state.videos(), VerifiedFileJson::write);
        }
        for (ArtifactKind kind : Stills.KINDS) {
            state.stills()
                    .get(kind)
                    .ifPresent(file -> json.object(kind.word(), it -> VerifiedFileJson.write(it, file)));
        }
        state.failure()
                .ifPresent(failure -> json.object(
                        "failure", it -> it.put("kind", failure.kind().name())
                                .put("code", failure.code())
                                .put("message", failure.message())));
        state.cost()
                .ifPresent(cost -> json.object("cost", it -> it.put("amount", cost.amount())
                        .put("unit", cost.unit().toString())));
        json.put("lastReply", state.lastReply()).put("search", state.search());
    }

    static RenderState read(String text) {
        try {
            return read(JsonFields.parse(text));
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    static RenderState read(JsonFields json) {
        try {
            long schema = json.optionalNumber("schema").orElse(0);
            if (schema > SCHEMA) {
                throw new NewerSchemaException(
                        "A job record has schema \"%s\", and this version of Videogen knows \"%s\". Use the newer"
                                + " version, or another %s.",
                        schema, SCHEMA, Setting.CACHE_DIRECTORY);
            }
            Optional<JsonFields> cost = json.optionalObject("cost");
            OptionalInt percent = json.optionalInt("percent");
            return new RenderState(
                    exact(json.text("key")),
                    shown(json.text("name")),
                    json.optionalText("model").map(RenderStateJson::shown),
                    shown(json.text("api")),
                    endpoint(json.text("endpoint")),
                    Phase.valueOf(json.text("phase")),
                    json.optionalText("submission").map(RenderStateJson::exact),
                    json.optionalInstant("submittedAt"),
                    json.optionalText("jobId").map(RenderStateJson::jobId),
                    said(json, "status", LONGEST_WORD),
                    percent.isPresent()
                            ? OptionalInt.of(Math.max(0, Math.min(percent.getAsInt(), 100)))
                            : OptionalInt.empty(),
                    json.optionalInstant("completedAt"),
                    Math.max(0, json.optionalInt("attempts").orElse(0)),
                    files(json.objects("videos")),
                    Stills.of(still(json, ArtifactKind.THUMBNAIL), still(json, ArtifactKind.LAST_FRAME)),
                    json.optionalObject("failure").map(RenderStateJson::failure),
                    cost.isPresent() ? Optional.of(cost(cost.get())) : Optional.empty(),
                    said(json, "lastReply", LONGEST_MESSAGE).map(Said::toString),
                    json.optionalText("search"));
        } catch (IOException | IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    private static List<VerifiedFile> files(List<JsonFields> items) throws IOException {
        List<VerifiedFile> files = new ArrayList<>();
        for (JsonFields item : items) {
            files.add(VerifiedFileJson.read(item));
        }
        return files;
    }

    private static Optional<VerifiedFile> still(JsonFields json, ArtifactKind kind) throws IOException {
        Optional<JsonFields> still = json.optionalObject(kind.word());
        return still.isPresent() ? Optional.of(VerifiedFileJson.read(still.get())) : Optional.empty();
    }

    private static Cost cost(JsonFields json) throws IOException {
        return new Cost(json.amount("amount"), GATE.said(json.text("unit"), LONGEST_WORD));
    }

    private static Failure failure(JsonFields json) {
        return new Failure(
                ErrorKind.valueOf(json.optionalText("kind").orElse("")),
                shown(json.optionalText("code").orElse("")),
                said(json, "message", LONGEST_MESSAGE).map(Said::toString).orElse(""));
    }

    private static Optional<Said> said(JsonFields json, String field, int longest) {
        return json.optionalText(field).map(text -> GATE.said(text, longest));
    }

    private static String shown(String word) {
        return GATE.said(word, LONGEST_WORD).toString();
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

    private static VideogenException malformed(Exception cause) {
        return VideogenException.of(ErrorKind.STORAGE, "malformed_state", cause)
                .says("A job record is damaged. The job that it told of may exist and may have been paid: look"
                        + " it up at the provider before the video is submitted again.");
    }
}
