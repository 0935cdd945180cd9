package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobState;
import io.videogen.preview.job.JobView;
import java.time.temporal.ChronoUnit;

/** Yishangyun: {@code task_id}, ISO times, the clip behind {@code video_url}. */
final class Yishangyun implements Dialect {
    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        String model = fields.required("model");
        String prompt = fields.prompt();
        fields.imageFile("input_reference");
        JsonNode reference = fields.get("input_reference");
        if (reference != null) {
            if (!reference.isArray()) {
                throw Fields.wrongType("input_reference", "an array", reference);
            }
            for (JsonNode url : reference) {
                if (!url.isTextual()) {
                    throw Fields.wrongType("input_reference", "an array of strings", url);
                }
            }
        }
        return fields.request(prompt, model, fields.text("size", null), fields.text("seconds", null), 1);
    }

    @Override
    public String newId() {
        return "task_" + OpenAi.hex().replaceAll("\\D", "");
    }

    @Override
    public ObjectNode created(JobView job) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("task_id", job.id())
                .put("status", "queued")
                .put("message", "视频生成任务已提交，正在处理中");
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("task_id", job.id());
        status.put("status", job.state() == JobState.RUNNING ? "processing" : OpenAi.status(job));
        status.put("progress", job.progress());
        switch (job.state()) {
            case COMPLETED -> {
                status.put("video_url", links.clip(job.id(), 1));
                status.put("thumbnail_url", links.thumbnail(job.id(), 1));
                status.put("seconds", job.request().seconds());
                status.put("width", job.request().size().width());
                status.put("height", job.request().size().height());
                status.put("file_size", job.bytes());
                status.put(
                        "created_at",
                        job.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
                job.completedAt()
                        .ifPresent(time -> status.put(
                                "completed_at",
                                time.truncatedTo(ChronoUnit.SECONDS).toString()));
            }
            case FAILED ->
                job.error().ifPresent(error -> status.putObject("error")
                        .put("message", error.message())
                        .put("type", "server_error")
                        .put("code", error.code()));
            default -> status.put("message", "视频生成中，已完成" + job.progress() + "%");
        }
        return status;
    }

    @Override
    public boolean managesJobs() {
        return false;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        String[] words =
                switch (refusal.reason()) {
                    case MISSING ->
                        error(refusal.parameter() + " field is required", "invalid_request_error", "missing_parameter");
                    case UNAUTHORIZED -> error("Invalid API key provided", "authentication_error", "invalid_api_key");
                    case QUOTA -> error("Insufficient quota", "permission_error", "insufficient_quota");
                    case NOT_FOUND -> error("Task not found", "not_found_error", "task_not_found");
                    case RATE_LIMITED -> error("Rate limit exceeded", "rate_limit_error", "rate_limit_exceeded");
                    case INTERNAL -> error("Internal server error", "server_error", "internal_error");
                    default -> error(refusal.getMessage(), "invalid_request_error", "invalid_parameter");
                };
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.putObject("error").put("message", words[0]).put("type", words[1]).put("code", words[2]);
        return Reply.json(refusal.reason().status(), reply.toString());
    }

    private static String[] error(String message, String type, String code) {
        return new String[] {message, type, code};
    }
}
