package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.http.TokenScheme;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Vidu's {@code /ent/v2} (platform.vidu.com): a path for each way to begin, one place to ask for a task. Its list of tasks
 * tells their prompts, and maybe the {@code payload}, which is the submission.
 */
final class ViduApi implements VideoApi {

    private static final String ROOT = "/ent/v2/";
    private static final Set<String> MODERATION = Set.of("AuditSubmitIllegal", "CreationPolicyViolation");

    @Override
    public ApiName name() {
        return ApiName.VIDU;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://api.vidu.com/ent/v2", "https://api.vidu.cn/ent/v2");
    }

    @Override
    public TokenScheme tokenScheme() {
        return TokenScheme.authorization("Token");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        FieldValues.seconds(name(), request, 1, 16);
        References.requireFirstFrame(request);
        References.framesOrReferences(name(), request);
        References.ratioOrFirstFrame(name(), request);
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        FieldValues.seconds(name(), request, 1, 16).ifPresent(seconds -> fields.put("duration", seconds));
        FieldValues.resolution(request).ifPresent(resolution -> fields.put("resolution", resolution));
        if (request.firstFrame().isEmpty()) {
            FieldValues.ratio(request).ifPresent(ratio -> fields.put("aspect_ratio", ratio));
        }
        request.firstFrame().ifPresent(frame -> image(fields, frame));
        request.lastFrame().ifPresent(frame -> image(fields, frame));
        request.roleReferences().forEach(reference -> image(fields, reference.reference()));
        fields.put("payload", submission);
        return Call.post(ROOT + kind(request), fields);
    }

    private static void image(ObjectNode fields, Reference reference) {
        fields.withArrayProperty("images").add(References.url(reference));
    }

    private static String kind(VideoRequest request) {
        if (!request.roleReferences().isEmpty()) {
            return "reference2video";
        }
        return request.firstFrame().isEmpty()
                ? "text2video"
                : request.lastFrame().isEmpty() ? "img2video" : "start-end2video";
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get(ROOT + "tasks/" + PathSegment.escape(jobId) + "/creations");
    }

    @Override
    public Optional<Call> cancel(VideoRequest request, String jobId) {
        return Optional.of(Call.of("POST", ROOT + "tasks/" + PathSegment.escape(jobId) + "/cancel"));
    }

    @Override
    public Optional<Listing> search(VideoRequest request, String submission) {
        return Optional.of(Listing.search(
                next -> Call.get(ROOT + "tasks?pager.pagesz=100"
                        + next.map(token -> "&pager.page_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                                .orElse("")),
                reply -> page(reply, request)));
    }

    private static ObjectNode page(JsonNode json, VideoRequest request) {
        ObjectNode page = Listing.page(json, "tasks", (task, job) -> {
            job.set("id", task.path("id"));
            job.set("created_at", task.path("created_at"));
            job.set("prompt", task.path("prompt"));
            job.set("seconds", task.path("duration"));
            job.set("submission", task.path("payload"));
            // Its documents call one model viduq3-turbo where it is sent and q3-turbo where it is listed.
            String asked = request.model().orElse("").toLowerCase(Locale.ROOT);
            String listed = task.path("model").asText("").toLowerCase(Locale.ROOT);
            job.put(
                    "model",
                    !listed.isEmpty() && asked.endsWith(listed)
                            ? request.model().orElse("")
                            : listed);
        });
        String next = json.path("next_page_token").asText("");
        return next.isEmpty() ? page : Listing.more(page, next);
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json();
        ObjectNode reply = Common.copy(json);
        String code = json.path("err_code").asText("");
        if (MODERATION.contains(code) || MODERATION.contains(json.path("reason").asText(""))) {
            Common.error(reply, json.path("err_msg"), json.path("err_code"), true);
        }
        JsonNode cover = json.at("/creations/0/cover_url");
        if (cover.isTextual()) {
            reply.set("cover_url", cover);
        }
        return new Meaning.Common(Common.cost(reply, json.path("credits"), "credits"));
    }
}
