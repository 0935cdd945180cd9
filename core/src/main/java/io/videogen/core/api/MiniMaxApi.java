package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * MiniMax: {@code /v1/video_generation} for Hailuo, whose result is a file that has to be looked up, and
 * {@code /v2/video_generation} for {@code MiniMax-H3}, whose body is that of Ark. Whether a call worked is in
 * {@code base_resp}, with HTTP 200 all the same.
 */
final class MiniMaxApi implements VideoApi {

    private static final Set<Integer> MODERATION = Set.of(1026, 1027);
    private static final List<String> NEW_RESOLUTIONS = List.of("768p", "2k");
    private static final List<String> SIX_OR_TEN = List.of("6", "10");
    /** In the words that other APIs have for it. */
    private static final Map<Integer, String> TYPES = Map.of(
            1002, "rate_limit",
            1004, "authentication_error",
            1008, "insufficient_balance",
            2056, "quota");

    @Override
    public ApiName name() {
        return ApiName.MINIMAX;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://api.minimax.io", "https://api.minimaxi.com");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        Optional<Integer> seconds = FieldValues.seconds(name(), request, 4, 15);
        if (isNew(request)) {
            FieldValues.oneOf(name(), "resolution", FieldValues.resolution(request), NEW_RESOLUTIONS);
        } else {
            boolean large =
                    FieldValues.resolution(request).filter("1080p"::equals).isPresent();
            if (large && seconds.filter(number -> number != 6).isPresent()) {
                throw VideogenException.invalid("invalid_seconds")
                        .says(
                                "The seconds \"%s\" do not fit: for 1080p the api \"minimax\" takes \"6\".",
                                seconds.get());
            }
            FieldValues.oneOf(name(), "seconds", seconds.map(Object::toString), SIX_OR_TEN);
        }
        References.framesOrReferences(name(), request);
        if (!isNew(request) && (request.has(VideoField.ASPECT_RATIO) || request.has(VideoField.REFERENCES))) {
            throw References.wrongEncoding(
                    name(), Message.text("an aspectRatio or references with Hailuo"), "Use the model \"MiniMax-H3\".");
        }
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        FieldValues.seconds(name(), request, 4, 15).ifPresent(seconds -> fields.put("duration", seconds));
        FieldValues.resolution(request)
                .ifPresent(resolution -> fields.put("resolution", resolution.toUpperCase(Locale.ROOT)));
        if (isNew(request)) {
            fields.remove("prompt");
            ArkApi.content(fields.putArray("content"), request);
            FieldValues.ratio(request).ifPresent(ratio -> fields.put("ratio", ratio));
            return Call.post("/v2/video_generation", fields);
        }
        request.firstFrame().ifPresent(frame -> fields.put("first_frame_image", References.url(frame)));
        request.lastFrame().ifPresent(frame -> fields.put("last_frame_image", References.url(frame)));
        return Call.post("/v1/video_generation", fields);
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return isNew(request)
                ? Call.get("/v2/query/video_generation/" + PathSegment.escape(jobId))
                : Call.get("/v1/query/video_generation?task_id=" + encode(jobId));
    }

    @Override
    public Optional<Call> result(String jobId, Answer status) {
        String file = status.json().path("file_id").asText("");
        boolean over = status.json().path("status").asText().equalsIgnoreCase("success");
        return over && !file.isEmpty()
                ? Optional.of(Call.get("/v1/files/retrieve?file_id=" + encode(file)))
                : Optional.empty();
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json();
        ObjectNode reply = Common.copy(json);
        int code = json.at("/base_resp/status_code").asInt(0);
        if (code != 0) {
            JsonNode message = json.at("/base_resp/status_msg");
            Common.error(reply, message, json.at("/base_resp/status_code"), MODERATION.contains(code));
            Optional.ofNullable(TYPES.get(code))
                    .ifPresent(type -> reply.withObjectProperty("error").put("type", type));
            boolean ended = answer.question() == Answer.Question.STATUS && MODERATION.contains(code);
            return ended ? new Meaning.OfJob(reply.put("status", "failed")) : new Meaning.Common(reply);
        }
        // "success", which is no reason where the job has failed.
        reply.remove("base_resp");
        if (answer.question() == Answer.Question.RESULT && answer.http().isSuccess()) {
            reply.put("status", "success");
            reply.putArray("video_urls").add(json.at("/file/download_url").asText());
        }
        return new Meaning.Common(reply);
    }

    private static boolean isNew(VideoRequest request) {
        return request.model().orElse("").matches("(?i)minimax-h[3-9].*");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
