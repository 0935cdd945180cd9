package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.http.Endpoint;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.util.List;
import java.util.Optional;

/**
 * Veo on Vertex, by Gemini's word and an endpoint with a project in it ({@code :predictLongRunning}, as Vercel's AI SDK
 * and Google's pages have it). A job is asked for with a POST that holds its name; the clip is in the reply. The token is
 * one of OAuth, which Google's own program makes and which lives an hour: it is taken as it is.
 */
final class VertexApi implements VideoApi {

    private static final String PROJECT = ".*/projects/[^/]+/locations/[^/]+";
    private static final String GOOGLE = "aiplatform.googleapis.com";
    private static final List<String> RATIOS = List.of("16:9", "9:16");
    private static final List<String> RESOLUTIONS = List.of("720p", "1080p", "4k");
    private static final int MOST_CLIPS = 4;

    /** Whether an endpoint is one of Vertex. */
    static boolean isAt(Endpoint endpoint) {
        return endpoint.base().getPath().matches(PROJECT);
    }

    @Override
    public ApiName name() {
        return ApiName.VERTEX;
    }

    /** Google has one for each region. */
    @Override
    public boolean isPublic(Endpoint endpoint) {
        return endpoint.base().getHost().endsWith(GOOGLE);
    }

    @Override
    public Optional<String> tokenAdvice() {
        return Optional.of(
                Message.text("A token of Google lives an hour: make a new one with \"gcloud auth print-access-token\""
                        + " and run again; a job that exists is kept."));
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        if (!request.model().orElse("").matches("[\\w.-]+")) {
            throw VideogenException.invalid("invalid_model")
                    .says(
                            "The model \"%s\" is none of Vertex. Write its id alone, such as \"veo-3.1-generate-001\".",
                            request.model().orElse(""));
        }
        FieldValues.seconds(name(), request, 4, 8);
        FieldValues.oneOf(name(), "seconds", request.seconds(), List.of("4", "6", "8"));
        FieldValues.oneOf(name(), "aspectRatio", FieldValues.ratio(request), RATIOS);
        FieldValues.oneOf(name(), "resolution", FieldValues.resolution(request), RESOLUTIONS);
        if (request.clips() > MOST_CLIPS) {
            throw VideogenException.invalid("invalid_n")
                    .says("The field \"n\" is \"%s\", and Veo makes %s.", request.clips(), MOST_CLIPS);
        }
        References.requireFirstFrame(request);
        References.framesOrReferences(name(), request);
        if (References.hasLink(request)) {
            throw VideogenException.invalid("link_without_place")
                    .says("A reference is given as URL. Veo on Vertex fetches none: download the file and name it.");
        }
        if (request.options()
                .filter(json -> json.paths().contains("parameters.storageUri"))
                .isPresent()) {
            throw VideogenException.invalid("storage_uri")
                    .says("The options set \"parameters.storageUri\". The clip would be in your bucket, which is"
                            + " not fetched from: leave it out, and the clip comes in the reply.");
        }
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = JsonTree.object();
        ObjectNode instance = fields.putArray("instances").addObject().put("prompt", request.prompt());
        request.firstFrame().ifPresent(frame -> picture(instance.putObject("image"), frame));
        request.lastFrame().ifPresent(frame -> picture(instance.putObject("lastFrame"), frame));
        request.roleReferences().forEach(reference -> {
            ObjectNode entry = instance.withArrayProperty("referenceImages").addObject();
            picture(entry.putObject("image"), reference.reference());
            entry.put("referenceType", reference.role().orElse("asset"));
        });
        JsonTree.merge(fields, FieldRules.values(name(), request));
        ObjectNode parameters = fields.withObjectProperty("parameters");
        FieldValues.seconds(name(), request, 4, 8).ifPresent(seconds -> parameters.put("durationSeconds", seconds));
        FieldValues.ratio(request).ifPresent(ratio -> parameters.put("aspectRatio", ratio));
        FieldValues.resolution(request).ifPresent(resolution -> parameters.put("resolution", resolution));
        if (request.has(VideoField.N)) {
            parameters.put("sampleCount", request.clips());
        }
        return Call.post(model(request) + ":predictLongRunning", fields);
    }

    private static void picture(ObjectNode into, Reference reference) {
        ImageFile file = ImageFile.read(reference);
        into.put("bytesBase64Encoded", file.base64()).put("mimeType", file.contentType());
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.post(
                model(request) + ":fetchPredictOperation", JsonTree.object().put("operationName", jobId));
    }

    private static String model(VideoRequest request) {
        return "/publishers/google/models/" + request.model().orElse("");
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json().isArray() ? answer.json().path(0) : answer.json();
        ObjectNode reply = Common.copy(json);
        if (!answer.http().isSuccess()) {
            return new Meaning.Common(reply);
        }
        if (json.path("name").isTextual()) {
            reply.set("id", json.path("name"));
        }
        JsonNode message = json.at("/error/message");
        if (message.isTextual()) {
            boolean moderated = message.asText().matches("(?is).*(responsible ai|usage guidelines|safety|violat).*");
            return Common.failed(message, json.at("/error/code"), moderated);
        }
        if (!json.path("done").asBoolean()) {
            return new Meaning.Common(reply.put("status", "running"));
        }
        JsonNode bucket = json.at("/response/videos/0/gcsUri");
        if (bucket.isTextual()) {
            return new Meaning.Elsewhere(
                    reply,
                    bucket.asText(),
                    Message.text("Fetch it with \"gcloud storage cp\", and leave \"storageUri\" out: then clips come in"
                            + " the reply."));
        }
        ArrayNode videos = reply.putArray("video_urls");
        json.at("/response/videos")
                .forEach(video -> videos.add("data:" + video.path("mimeType").asText("video/mp4") + ";base64,"
                        + video.path("bytesBase64Encoded").asText()));
        reply.remove("response");
        JsonNode reason = json.at("/response/raiMediaFilteredReasons/0");
        boolean withheld =
                videos.isEmpty() && json.at("/response/raiMediaFilteredCount").asInt() > 0;
        return withheld
                ? Common.failed(reason, reply.textNode("rai_media_filtered"), true)
                : new Meaning.Common(reply.put("status", "completed"));
    }
}
