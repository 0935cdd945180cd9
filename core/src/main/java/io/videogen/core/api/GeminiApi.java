package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.TokenScheme;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.RoleReference;
import io.videogen.core.request.VideoRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gemini Omni over the Gemini API's {@code /v1beta/interactions} (types of {@code @google/genai} 2.32; Veo left that API
 * on 22 October 2026). Without {@code background} a create would hold for the whole render. There is no dry run: a
 * mistake bills a full clip, so what can be known is checked before. A refusal of content comes as a completed
 * interaction with text alone.
 */
final class GeminiApi implements VideoApi {

    private static final String PATH = "/v1beta/interactions";
    private static final String REVISION = "2026-05-20";
    private static final List<String> RATIOS = List.of("16:9", "9:16");
    private static final List<String> RESOLUTIONS = List.of("360p", "720p", "1080p", "4k");
    /** Words that look like waiting and never go on. */
    private static final Set<String> STUCK =
            Set.of("incomplete", "budget_exceeded", "requires_action", "requires_continuation");

    @Override
    public ApiName name() {
        return ApiName.GEMINI;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://generativelanguage.googleapis.com");
    }

    @Override
    public TokenScheme tokenScheme() {
        return TokenScheme.headerNamed("x-goog-api-key");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        seconds(request);
        FieldValues.oneOf(name(), "aspectRatio", FieldValues.ratio(request), RATIOS);
        FieldValues.oneOf(name(), "resolution", FieldValues.resolution(request), RESOLUTIONS);
        References.framesOrReferences(name(), request);
        if (References.hasLink(request)) {
            throw VideogenException.invalid("link_without_place")
                    .says("A reference is given as URL. The api \"gemini\" fetches none: download the file and name"
                            + " it.");
        }
        References.check(request, GeminiFiles.MOST_BYTES);
    }

    private Optional<Integer> seconds(VideoRequest request) {
        return FieldValues.seconds(
                name(), request, 3, request.model().orElse("").contains("1.1") ? 10 : 15);
    }

    @Override
    public Optional<Upload> upload(VideoRequest request, Endpoint endpoint) {
        return GeminiFiles.upload(request, endpoint);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        fields.put("background", true);
        ArrayNode input = fields.putArray("input");
        List<Reference> files = Stream.concat(
                        request.firstFrame().stream(),
                        request.roleReferences().stream().map(RoleReference::reference))
                .toList();
        files.forEach(reference -> {
            ObjectNode block = input.addObject().put("type", References.kind(reference));
            if (reference instanceof Reference.Uploaded uploaded) {
                block.put("uri", uploaded.uri().toString()).put("mime_type", uploaded.contentType());
            } else {
                ImageFile file = ImageFile.read(reference);
                block.put("data", file.base64()).put("mime_type", file.contentType());
            }
        });
        input.addObject().put("type", "text").put("text", request.prompt());
        ObjectNode format = fields.withObjectProperty("response_format");
        format.put("type", "video").put("delivery", "uri");
        FieldValues.ratio(request).ifPresent(ratio -> format.put("aspect_ratio", ratio));
        FieldValues.resolution(request).ifPresent(resolution -> format.put("resolution", resolution));
        // A number without its unit is refused there.
        seconds(request).ifPresent(seconds -> format.put("duration", seconds + "s"));
        String task = request.isExtension()
                ? "extend"
                : files.isEmpty()
                        ? "text_to_video"
                        : request.firstFrame().isPresent() ? "image_to_video" : "reference_to_video";
        JsonTree.merge(
                fields,
                JsonTree.object()
                        .set(
                                "generation_config",
                                JsonTree.object()
                                        .set("video_config", JsonTree.object().put("task", task))));
        return revised(Call.post(PATH, fields));
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return revised(Call.get(PATH + "/" + PathSegment.escape(jobId)));
    }

    @Override
    public Optional<Call> cancel(VideoRequest request, String jobId) {
        return Optional.of(revised(Call.of("POST", PATH + "/" + PathSegment.escape(jobId) + "/cancel")));
    }

    private static Call revised(Call call) {
        return call.header("Api-Revision", REVISION);
    }

    @Override
    public Meaning meaning(Answer answer) {
        // The front end wraps its errors into a list.
        JsonNode json = answer.json().isArray() ? answer.json().path(0) : answer.json();
        JsonNode message = json.at("/error/message");
        if (answer.status() == 400 && answer.question() == Answer.Question.STATUS) {
            // There is no 404 for an id; any other 400 was seen on a job that ran, and was billed.
            return message.asText().contains("Invalid interaction name")
                    ? new Meaning.Absent(json)
                    : new Meaning.Passing(json);
        }
        ObjectNode reply = Common.copy(json);
        if (message.asText().matches("(?s).*(SAFETY|PROHIBITED_CONTENT).*")) {
            Common.error(reply, message, json.at("/error/status"), true);
        }
        Common.cost(reply, json.at("/usage/total_tokens"), "tokens");
        String status = json.path("status").asText();
        if (STUCK.contains(status)) {
            return Common.failed(reply.textNode("the interaction ended as " + status), reply.textNode(status), false);
        }
        return status.equals("completed") ? completed(json, reply) : new Meaning.Common(reply);
    }

    private static Meaning completed(JsonNode json, ObjectNode reply) {
        ArrayNode videos = reply.putArray("video_urls");
        StringBuilder said = new StringBuilder();
        for (JsonNode step : json.path("steps")) {
            for (JsonNode content : step.path("content")) {
                if (content.path("type").asText().equals("video")) {
                    videos.add(address(content));
                } else if (content.path("text").isTextual()) {
                    said.append(content.path("text").asText());
                }
            }
        }
        if (videos.isEmpty() && json.path("output_video").isObject()) {
            videos.add(address(json.path("output_video")));
        }
        // Steps before the last are drafts of it.
        while (videos.size() > 1) {
            videos.remove(0);
        }
        return videos.isEmpty() && !said.isEmpty()
                ? Common.failed(reply.textNode(said.toString()), reply.textNode("text_without_video"), true)
                : new Meaning.Common(reply);
    }

    private static String address(JsonNode video) {
        if (video.path("data").isTextual()) {
            return "data:" + video.path("mime_type").asText("video/mp4") + ";base64,"
                    + video.path("data").asText();
        }
        String uri = video.path("uri").asText();
        return uri.contains("alt=media") ? uri : uri + (uri.contains("?") ? "&" : "?") + "alt=media";
    }
}
