package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.http.SignedToken;
import io.videogen.core.http.TokenScheme;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kling's own API (its pages as gateways repeat them, {@code @ai-sdk/klingai}). A task is asked for under the path that
 * made it, which depends on the pictures, so the path is the first part of the job's id. The submission goes along as
 * {@code external_task_id}, and finds a task whose reply was lost.
 */
final class KlingApi implements VideoApi {

    /** What a list gives at most. */
    private static final int MOST_LISTED = 500;

    private static final String ROOT = "/v1/videos/";
    private static final List<String> RATIOS = List.of("16:9", "9:16", "1:1");
    private static final Set<Integer> MODERATION = Set.of(1300, 1301);
    /** In the words that other APIs have for it. */
    private static final Map<Integer, String> TYPES = Map.of(
            1000, "authentication_error",
            1101, "insufficient_balance",
            1102, "insufficient_balance",
            1302, "rate_limit",
            1303, "rate_limit");

    @Override
    public ApiName name() {
        return ApiName.KLING;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://api-singapore.klingai.com", "https://api-beijing.klingai.com");
    }

    @Override
    public TokenScheme tokenScheme() {
        return new SignedToken(Clock.systemUTC());
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        FieldValues.seconds(name(), request, 3, 15);
        Optional<String> ratio = request.size().isEmpty()
                ? FieldValues.ratio(request)
                : Optional.of(FieldValues.ratio(request).orElse(request.size().get()));
        FieldValues.oneOf(name(), "aspectRatio", ratio, RATIOS);
        References.framesOrReferences(name(), request);
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        FieldValues.seconds(name(), request, 3, 15).ifPresent(seconds -> fields.put("duration", seconds.toString()));
        FieldValues.ratio(request).ifPresent(ratio -> fields.put("aspect_ratio", ratio));
        request.value(VideoField.AUDIO).ifPresent(audio -> fields.put("sound", (Boolean) audio ? "on" : "off"));
        request.firstFrame().ifPresent(frame -> fields.put("image", References.urlOrBase64(frame)));
        request.lastFrame().ifPresent(frame -> fields.put("image_tail", References.urlOrBase64(frame)));
        request.roleReferences().forEach(reference -> fields.withArrayProperty("image_list")
                .addObject()
                .put("image", References.urlOrBase64(reference.reference())));
        fields.put("external_task_id", submission);
        return Call.post(ROOT + kind(request), fields);
    }

    private static String kind(VideoRequest request) {
        if (!request.roleReferences().isEmpty()) {
            return "multi-image2video";
        }
        boolean frames = request.firstFrame().isPresent() || request.lastFrame().isPresent();
        return frames ? "image2video" : "text2video";
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        int end = jobId.indexOf('/');
        String path = end < 0
                ? kind(request) + "/" + PathSegment.escape(jobId)
                : PathSegment.escape(jobId.substring(0, end)) + "/" + PathSegment.escape(jobId.substring(end + 1));
        return Call.get(ROOT + path);
    }

    /** Not a list: its one place for a task takes the id that we gave it, too. */
    @Override
    public Optional<Listing> search(VideoRequest request, String submission) {
        String kind = kind(request);
        return Optional.of(
                Listing.search(next -> Call.get(ROOT + kind + "/" + PathSegment.escape(submission)), reply -> {
                    ObjectNode page = JsonTree.object();
                    JsonNode task = reply.path("data");
                    if (reply.path("code").asInt(0) == 0) {
                        page.putArray("data")
                                .addObject()
                                .put("id", kind + "/" + task.path("task_id").asText())
                                .set("submission", task.at("/task_info/external_task_id"));
                    }
                    return page;
                }));
    }

    /** A list for each path that makes tasks, newest first. */
    @Override
    public List<Listing> listings(List<String> jobIds) {
        Map<String, List<String>> byKind = jobIds.stream()
                .filter(id -> id.indexOf('/') > 0)
                .collect(Collectors.groupingBy(id -> id.substring(0, id.indexOf('/'))));
        return byKind.entrySet().stream()
                .map(kind -> new Listing(
                        kind.getValue(),
                        next -> Call.get(
                                ROOT + PathSegment.escape(kind.getKey()) + "?pageNum=1&pageSize=" + MOST_LISTED),
                        reply -> Listing.page(reply, "data", (task, job) -> job.put(
                                        "id",
                                        kind.getKey() + "/"
                                                + task.path("task_id").asText())
                                .put("code", 0)
                                .set("data", task))))
                .toList();
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json();
        ObjectNode reply = Common.copy(json);
        reply.remove("request_id");
        int code = json.path("code").asInt(0);
        if (code != 0) {
            Common.error(reply, json.path("message"), json.path("code"), MODERATION.contains(code));
            Optional.ofNullable(TYPES.get(code))
                    .ifPresent(type -> reply.withObjectProperty("error").put("type", type));
            return new Meaning.Common(reply);
        }
        JsonNode data = json.path("data");
        if (data.has("task_id")) {
            reply.put("id", kind(answer.request()) + "/" + data.path("task_id").asText());
        }
        return new Meaning.Common(Common.cost(reply, data.path("final_unit_deduction"), "units"));
    }
}
