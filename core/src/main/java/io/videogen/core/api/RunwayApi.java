package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.http.Endpoint;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runway's {@code /v1/text_to_video} and {@code /v1/image_to_video} (types of {@code @runwayml/sdk} 4.20). DELETE
 * cancels a running task and destroys the output of a finished one, so a task is never cancelled.
 */
final class RunwayApi implements VideoApi {

    private static final String VERSION_HEADER = "X-Runway-Version";
    private static final String VERSION = "2024-11-06";
    private static final int LONGEST_PROMPT = 1000;
    /** Of an upload; what goes into the request may have 5 MiB as data URL. */
    private static final long MOST_BYTES = 200_000_000;

    @Override
    public ApiName name() {
        return ApiName.RUNWAY;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://api.dev.runwayml.com");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        FieldValues.seconds(name(), request, 2, 60);
        boolean short1000 = request.model().orElse("").matches("gen4.*|veo.*");
        if (short1000 && request.prompt().length() > LONGEST_PROMPT) {
            throw VideogenException.invalid("prompt_too_long")
                    .says(
                            "The prompt has \"%s\" characters, and the model \"%s\" takes %s. Shorten it.",
                            request.prompt().length(), request.model().orElse(""), LONGEST_PROMPT);
        }
        References.requireFirstFrame(request);
        References.framesOrReferences(name(), request);
        References.check(request, MOST_BYTES);
    }

    @Override
    public Optional<Upload> upload(VideoRequest request, Endpoint endpoint) {
        return References.larger(request, References.MOST_INLINE).map(reference -> {
            FileContent file = FileContent.of(reference, MOST_BYTES);
            ObjectNode fields = JsonTree.object().put("filename", file.name()).put("type", "ephemeral");
            Upload.Ask ask = new Upload.Ask(
                    endpoint.at("/v1/uploads"),
                    Map.of(VERSION_HEADER, VERSION),
                    Optional.of(CreateBodies.json(fields)));
            return new Upload.Send(reference, file, ask, answer -> place(answer.json(), file));
        });
    }

    private static Optional<Upload.Place> place(JsonNode json, FileContent file) {
        Map<String, String> fields = new LinkedHashMap<>();
        json.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        Optional<Reference.Uploaded> stored = JsonTree.uri(json.path("runwayUri"))
                .map(uri -> new Reference.Uploaded(uri, file.body().contentType(), Optional.empty()));
        return JsonTree.uri(json.path("uploadUrl"))
                .filter(address -> stored.isPresent())
                .map(address -> new Upload.Place("POST", address, Map.of(), Optional.of(fields), reply -> stored));
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        FieldValues.seconds(name(), request, 2, 60).ifPresent(seconds -> fields.put("duration", seconds));
        // In pixels for most models, written with a colon; as a ratio beside the resolution for some.
        FieldValues.pixels(request, ":")
                .or(() -> FieldValues.ratio(request))
                .ifPresent(ratio -> fields.put("ratio", ratio));
        if (FieldValues.pixels(request, ":").isEmpty()) {
            FieldValues.resolution(request).ifPresent(resolution -> fields.put("resolution", resolution));
        }
        request.roleReferences().forEach(reference -> fields.withArrayProperty(
                        switch (References.kind(reference.reference())) {
                            case "video" -> "referenceVideos";
                            case "audio" -> "referenceAudio";
                            default -> "references";
                        })
                .addObject()
                .put("uri", References.url(reference.reference())));
        if (request.firstFrame().isEmpty()) {
            return versioned(Call.post("/v1/text_to_video", fields));
        }
        ArrayNode frames = fields.putArray("promptImage");
        frame(frames, request.firstFrame().get(), "first");
        request.lastFrame().ifPresent(frame -> frame(frames, frame, "last"));
        return versioned(Call.post("/v1/image_to_video", fields));
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return versioned(Call.get("/v1/tasks/" + PathSegment.escape(jobId)));
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json();
        ObjectNode reply = Common.copy(json);
        if (json.path("failureCode").asText("").startsWith("SAFETY.")) {
            Common.error(reply, json.path("failure"), json.path("failureCode"), true);
        }
        JsonNode credits = json.at("/cost/credits");
        return new Meaning.Common(
                Common.cost(reply, credits.isMissingNode() ? json.at("/estimatedCost/credits") : credits, "credits"));
    }

    private static Call versioned(Call call) {
        return call.header(VERSION_HEADER, VERSION);
    }

    private static void frame(ArrayNode frames, Reference reference, String position) {
        frames.addObject().put("uri", References.url(reference)).put("position", position);
    }
}
