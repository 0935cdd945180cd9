package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.advice.Message;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wan on Alibaba's DashScope (Model Studio's API reference, {@code dashscope-sdk-java} 2.22). Without its
 * {@code X-DashScope-Async} a create is refused or blocks. Up to Wan 2.6 the size is in pixels and the first frame has a
 * field of its own; from 2.7 on there are a resolution, a ratio and a list of media.
 */
final class DashScopeApi implements VideoApi {

    private static final String CREATE = "/api/v1/services/aigc/video-generation/video-synthesis";
    private static final int PAGE = 100;
    private static final Pattern VERSION = Pattern.compile("wan(\\d+)\\.(\\d+)");
    private static final Set<String> MODERATION = Set.of("DataInspectionFailed", "IPInfringementSuspect");

    @Override
    public ApiName name() {
        return ApiName.DASHSCOPE;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://dashscope-intl.aliyuncs.com", "https://dashscope.aliyuncs.com");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        FieldValues.seconds(name(), request, 2, 30);
        References.ratioOrFirstFrame(name(), request);
        References.framesOrReferences(name(), request);
        if (isOld(request)
                && (request.lastFrame().isPresent() || !request.roleReferences().isEmpty())) {
            throw References.wrongEncoding(
                    name(),
                    Message.text("a last frame or references with Wan 2.6 and older"),
                    "Use a model from Wan 2.7 on.");
        }
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        ObjectNode input = fields.withObjectProperty("input");
        ObjectNode parameters = fields.withObjectProperty("parameters");
        FieldValues.seconds(name(), request, 2, 30).ifPresent(seconds -> parameters.put("duration", seconds));
        Optional<String> pixels = FieldValues.pixels(request, "*");
        if (isOld(request) && pixels.isPresent()) {
            parameters.put("size", pixels.get());
        } else {
            FieldValues.resolution(request)
                    .ifPresent(resolution -> parameters.put("resolution", resolution.toUpperCase(Locale.ROOT)));
            // The first frame tells the ratio, and the two together are refused.
            FieldValues.ratio(request)
                    .filter(ratio -> request.firstFrame().isEmpty())
                    .ifPresent(ratio -> parameters.put("ratio", ratio));
        }
        if (isOld(request)) {
            request.firstFrame().ifPresent(frame -> input.put("img_url", References.url(frame)));
            return async(Call.post(CREATE, fields));
        }
        request.firstFrame().ifPresent(frame -> media(input, "first_frame", References.url(frame)));
        request.lastFrame().ifPresent(frame -> media(input, "last_frame", References.url(frame)));
        request.roleReferences()
                .forEach(reference -> media(input, References.role(reference), References.url(reference.reference())));
        return async(Call.post(CREATE, fields));
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get("/api/v1/tasks/" + PathSegment.escape(jobId));
    }

    /** The tasks of the last day, newest first: how they stand, without what they made. */
    @Override
    public List<Listing> listings(List<String> jobIds) {
        return List.of(new Listing(
                jobIds,
                next -> Call.get("/api/v1/tasks/?page_no=" + next.orElse("1") + "&page_size=" + PAGE),
                DashScopeApi::page));
    }

    private static ObjectNode page(JsonNode json) {
        ObjectNode page = Listing.page(json, "data", (task, job) -> {
            job.set("id", task.path("task_id"));
            job.putObject("output").set("task_status", task.path("status"));
        });
        int number = json.path("page_no").asInt(1);
        return number < json.path("total_page").asInt(0) ? Listing.more(page, Integer.toString(number + 1)) : page;
    }

    /** Only a queued task is cancelled by it; any other is left as it is. */
    @Override
    public Optional<Call> cancel(VideoRequest request, String jobId) {
        return Optional.of(Call.of("POST", "/api/v1/tasks/" + PathSegment.escape(jobId) + "/cancel"));
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json();
        ObjectNode reply = Common.copy(json);
        JsonNode output = json.path("output");
        // The id of a request is none of a job.
        reply.remove("request_id");
        JsonNode code = output.has("code") ? output.path("code") : json.path("code");
        JsonNode message = output.has("message") ? output.path("message") : json.path("message");
        if (code.isTextual()) {
            Common.error(reply, message, code, MODERATION.contains(code.asText()));
        }
        if (output.path("task_status").asText().equals("UNKNOWN")) {
            // A task that is older than a day, or not there yet: not one that waits.
            return new Meaning.Absent(reply);
        }
        return new Meaning.Common(Common.cost(reply, json.at("/usage/duration"), "seconds"));
    }

    private static Call async(Call call) {
        return call.header("X-DashScope-Async", "enable");
    }

    private static void media(ObjectNode input, String type, String url) {
        ArrayNode media = input.withArrayProperty("media");
        media.addObject().put("type", type).put("url", url);
    }

    private static boolean isOld(VideoRequest request) {
        Matcher version = VERSION.matcher(request.model().orElse(""));
        return version.find()
                && (Integer.parseInt(version.group(1)) < 2
                        || Integer.parseInt(version.group(1)) == 2 && Integer.parseInt(version.group(2)) <= 6);
    }
}
