package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.RoleReference;
import io.videogen.core.request.VideoRequest;
import java.util.List;
import java.util.Optional;

/**
 * OpenRouter's {@code /api/v1/videos} (its API reference, and the types of {@code @openrouter/sdk} 1.3). It neither lists
 * nor cancels jobs. The path is built from the id: {@code polling_url} is relative in one document and not in another.
 */
final class OpenRouterApi implements VideoApi {

    private static final String PATH = "/api/v1/videos";
    private static final List<String> RATIOS =
            List.of("16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9", "9:21");
    private static final List<String> RESOLUTIONS = List.of("360p", "480p", "720p", "768p", "1080p", "1k", "2k", "4k");

    @Override
    public ApiName name() {
        return ApiName.OPENROUTER;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://openrouter.ai/api/v1");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        FieldValues.seconds(name(), request, 1, 3600);
        if (FieldValues.pixels(request, "x").isEmpty()) {
            FieldValues.oneOf(name(), "aspectRatio", FieldValues.ratio(request), RATIOS);
            FieldValues.oneOf(name(), "resolution", FieldValues.resolution(request), RESOLUTIONS);
        }
        References.requireFirstFrame(request);
        References.framesOrReferences(name(), request);
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        FieldValues.seconds(name(), request, 1, 3600).ifPresent(seconds -> fields.put("duration", seconds));
        Optional<String> pixels = FieldValues.pixels(request, "x");
        pixels.ifPresent(size -> fields.put("size", size));
        if (pixels.isEmpty()) {
            FieldValues.ratio(request).ifPresent(ratio -> fields.put("aspect_ratio", ratio));
            // Only the letters of 1K, 2K and 4K are capital.
            FieldValues.resolution(request).ifPresent(text -> fields.put("resolution", text.replace('k', 'K')));
        }
        request.firstFrame().ifPresent(frame -> frame(fields, frame, "first_frame"));
        request.lastFrame().ifPresent(frame -> frame(fields, frame, "last_frame"));
        for (RoleReference reference : request.roleReferences()) {
            References.part(fields.withArrayProperty("input_references"), reference.reference());
        }
        return Call.post(PATH, fields);
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get(PATH + "/" + PathSegment.escape(jobId));
    }

    @Override
    public Optional<String> contentPath(String jobId) {
        return Optional.of(PATH + "/" + PathSegment.escape(jobId) + "/content?index=0");
    }

    @Override
    public Meaning meaning(Answer answer) {
        ObjectNode reply = Common.copy(answer.json());
        return new Meaning.Common(Common.cost(reply, answer.json().at("/usage/cost"), "USD"));
    }

    private static void frame(ObjectNode fields, Reference reference, String type) {
        ArrayNode frames = fields.withArrayProperty("frame_images");
        References.part(frames, reference).put("frame_type", type);
    }
}
