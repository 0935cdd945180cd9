package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import java.util.List;

/**
 * Runway's {@code /v1/text_to_video} and {@code /v1/image_to_video} (types of {@code @runwayml/sdk} 4.20). DELETE
 * cancels a running task and destroys the output of a finished one, so a task is never cancelled.
 */
final class RunwayApi implements VideoApi {

    private static final String VERSION = "2024-11-06";
    private static final int LONGEST_PROMPT = 1000;
    /** Longest data URL that it takes; larger files would need an upload. */
    private static final int MOST_DATA_CHARACTERS = 5 << 20;

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
        Values.seconds(name(), request, 2, 60);
        boolean short1000 = request.model().orElse("").matches("gen4.*|veo.*");
        if (short1000 && request.prompt().length() > LONGEST_PROMPT) {
            throw VideogenException.invalid(
                    "prompt_too_long",
                    "The prompt has \"" + request.prompt().length() + "\" characters, and the model \""
                            + request.model().orElse("") + "\" takes " + LONGEST_PROMPT + ". Shorten it.");
        }
        References.requireFirstFrame(request);
        References.framesOrReferences(name(), request);
        References.single(name(), request);
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        check(request, encoding);
        ObjectNode fields = FieldRules.values(name(), request);
        Values.seconds(name(), request, 2, 60).ifPresent(seconds -> fields.put("duration", seconds));
        // In pixels for most models, written with a colon; as a ratio beside the resolution for some.
        Values.pixels(request, ":").or(() -> Values.ratio(request)).ifPresent(ratio -> fields.put("ratio", ratio));
        if (Values.pixels(request, ":").isEmpty()) {
            Values.resolution(request).ifPresent(resolution -> fields.put("resolution", resolution));
        }
        request.roleReferences().forEach(reference -> fields.withArrayProperty(
                        switch (References.Kind.of(reference.reference())) {
                            case IMAGE -> "references";
                            case VIDEO -> "referenceVideos";
                            case AUDIO -> "referenceAudio";
                        })
                .addObject()
                .put("uri", uri(reference.reference())));
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
        return call.header("X-Runway-Version", VERSION);
    }

    private static void frame(ArrayNode frames, Reference reference, String position) {
        frames.addObject().put("uri", uri(reference)).put("position", position);
    }

    private static String uri(Reference reference) {
        String uri = References.url(reference);
        if (uri.length() > MOST_DATA_CHARACTERS) {
            throw VideogenException.invalid(
                    "invalid_reference",
                    "A reference is too large: the api \"runway\" takes " + (MOST_DATA_CHARACTERS >> 20)
                            + " MiB as data URL. Make the file smaller, or give its URL.");
        }
        return uri;
    }
}
