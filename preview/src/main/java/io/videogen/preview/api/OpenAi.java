package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** OpenAI's Videos API, openapi 3.1.0 version 2.3.0; sizes and durations are wider here. */
final class OpenAi implements Dialect {
    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        fields.imageFile("input_reference");
        JsonNode reference = fields.get("input_reference");
        if (reference != null) {
            if (!reference.isObject()) {
                throw Fields.wrongType("input_reference", "an object", reference);
            }
            if (reference.has("image_url") == reference.has("file_id")) {
                throw Fields.invalid(
                        "input_reference",
                        "Invalid 'input_reference': provide exactly one of 'image_url' or 'file_id'.");
            }
        }
        return fields.request(
                fields.prompt(),
                // Not the default of OpenAI: a clip must not claim a model that nobody asked for.
                fields.text("model", "preview"),
                fields.text("size", null),
                fields.text("seconds", null),
                1);
    }

    @Override
    public Optional<String> extended(Incoming incoming) {
        return incoming.recorded().path().endsWith("/extensions")
                ? Optional.of(incoming.fields().at("/video/id").asText())
                : Optional.empty();
    }

    @Override
    public String newId() {
        return "video_" + hex() + hex().substring(0, 16);
    }

    @Override
    public ObjectNode created(JobView job) {
        return video(job);
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        return video(job);
    }

    @Override
    public boolean managesJobs() {
        return true;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        String code =
                switch (refusal.reason()) {
                    case MISSING -> "missing_required_parameter";
                    case INVALID -> "invalid_value";
                    case WRONG_TYPE -> "invalid_type";
                    case UNAUTHORIZED -> "invalid_api_key";
                    case NOT_READY -> "video_not_ready";
                    case RATE_LIMITED -> "rate_limit_exceeded";
                    case QUOTA -> "insufficient_quota";
                    default -> null;
                };
        String type =
                switch (refusal.reason()) {
                    case RATE_LIMITED -> "requests";
                    case QUOTA -> "insufficient_quota";
                    case INTERNAL -> "server_error";
                    default -> "invalid_request_error";
                };
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.putObject("error")
                .put("message", refusal.getMessage())
                .put("type", type)
                .put("param", refusal.parameter())
                .put("code", code);
        return Reply.json(refusal.reason().status(), reply.toString());
    }

    /** The video object. */
    static ObjectNode video(JobView job) {
        ObjectNode video = JsonNodeFactory.instance.objectNode();
        video.put("id", job.id());
        video.put("object", "video");
        video.put("model", job.request().model());
        video.put("status", status(job));
        video.put("progress", job.progress());
        video.put("created_at", job.createdAt().getEpochSecond());
        video.put("completed_at", job.completedAt().map(Instant::getEpochSecond).orElse(null));
        video.putNull("expires_at");
        video.put("prompt", job.request().prompt());
        video.put("size", job.request().sizeText());
        video.put("seconds", job.request().secondsText());
        video.putNull("remixed_from_video_id");
        job.error()
                .ifPresentOrElse(
                        error -> video.putObject("error")
                                .put("code", error.code())
                                .put("message", error.message()),
                        () -> video.putNull("error"));
        return video;
    }

    static String status(JobView job) {
        return switch (job.state()) {
            case RUNNING -> "in_progress";
            default -> job.state().name().toLowerCase(Locale.ROOT);
        };
    }

    /** 32 random hexadecimal digits. */
    static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
