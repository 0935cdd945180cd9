package io.videogen.preview.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Kling: a task is asked for under the path that made it, by its id or by the one that the caller gave. */
final class Kling extends OwnPaths {
    private static final String PATH = "/v1/videos/(text2video|image2video|multi-image2video)";

    /** Ids that callers gave, by prompt until the job exists: the dialect sees the request before its job. */
    private final Map<String, String> external = new ConcurrentHashMap<>();

    @Override
    Target target(String line, RecordedRequest request) {
        return line.matches("POST " + PATH)
                ? Target.create()
                : id(line, "GET /v1/videos/(?:text2video|image2video|multi-image2video)/([^/]+)")
                        .map(id -> Target.status(external.entrySet().stream()
                                .filter(entry -> entry.getValue().equals(id))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(id)))
                        .orElse(Target.other());
    }

    /** The key itself, or a token that the two halves of {@code access:secret} signed for this moment. */
    @Override
    public boolean knows(RecordedRequest request, String token) {
        int colon = token.indexOf(':');
        return super.knows(request, token)
                || colon > 0
                        && request.header("authorization")
                                .filter(header -> header.startsWith("Bearer "))
                                .filter(header -> isSigned(
                                        header.substring("Bearer ".length()),
                                        token.substring(0, colon),
                                        token.substring(colon + 1)))
                                .isPresent();
    }

    private static boolean isSigned(String token, String accessKey, String secret) {
        String[] parts = token.split("[.]");
        if (parts.length != 3) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            long now = Instant.now().getEpochSecond();
            return Arrays.equals(signature, Base64.getUrlDecoder().decode(parts[2]))
                    && claims.contains("\"iss\":\"" + accessKey + "\"")
                    && number(claims, "nbf") <= now
                    && number(claims, "exp") > now
                    && number(claims, "exp") <= now + 1800;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static long number(String claims, String name) {
        return Long.parseLong(claims.replaceAll(".*\"" + name + "\":(\\d+).*", "$1"));
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        ObjectNode body = incoming.fields();
        boolean image = incoming.recorded().path().endsWith("/image2video");
        require(image == (body.has("image") || body.has("image_tail")), "image", image ? "a picture" : "none");
        require(!body.path("image").asText().startsWith("data:"), "image", "Base64 alone");
        require(body.path("sound").asText("on").matches("on|off"), "sound", "on or off");
        String prompt = fields.prompt();
        external.put("next", fields.text("external_task_id", ""));
        return job(
                incoming,
                prompt,
                fields.required("model_name"),
                lengthText(body.path("duration"), "duration", ""),
                body.path("aspect_ratio"),
                body.path("resolution"));
    }

    @Override
    public ObjectNode created(JobView job) {
        String given = external.remove("next");
        if (given != null && !given.isEmpty()) {
            external.put(job.id(), given);
        }
        return reply(job, "submitted");
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode reply = reply(job, word(job, "submitted", "processing", "succeed", "failed"));
        ObjectNode data = reply.withObjectProperty("data");
        if (job.completed()) {
            data.putObject("task_result")
                    .putArray("videos")
                    .addObject()
                    .put("id", "1")
                    .put("url", links.clip(job.id(), 1));
            data.put("final_unit_deduction", "3.5");
        }
        if (failed(job)) {
            data.put("task_status_msg", message(job));
        }
        return reply;
    }

    private ObjectNode reply(JobView job, String status) {
        ObjectNode reply = object().put("code", 0).put("message", "SUCCEED").put("request_id", "r" + job.number());
        ObjectNode data = reply.putObject("data");
        data.put("task_id", job.id()).put("task_status", status);
        data.putObject("task_info").put("external_task_id", external.getOrDefault(job.id(), ""));
        data.put("created_at", job.createdAt().toEpochMilli());
        return reply;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        int code =
                switch (refusal.reason()) {
                    case UNAUTHORIZED -> 1000;
                    case QUOTA -> 1102;
                    case NOT_FOUND -> 1203;
                    case RATE_LIMITED -> 1302;
                    case INTERNAL -> 5000;
                    default -> 1201;
                };
        return Reply.json(
                refusal.reason().status(),
                object().put("code", code).put("message", refusal.getMessage()).toString());
    }
}
