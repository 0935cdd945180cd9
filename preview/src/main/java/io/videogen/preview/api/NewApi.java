package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.api.RefusalException.Reason;
import io.videogen.preview.clip.ClipSize;
import io.videogen.preview.clip.ClipSpec;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobError;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import java.time.Instant;

/**
 * new-api. Its documents and its {@code TaskSubmitReq} together say what is read; {@code width}, {@code height} and
 * {@code n} of the documents are honoured here.
 */
public final class NewApi implements Dialect {
    NewApi() {}

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        String model = fields.required("model");
        String prompt = fields.prompt();
        fields.text("image", null);
        fields.text("response_format", null);
        fields.text("user", null);
        if (!fields.form()) {
            fields.text("input_reference", null);
        }
        metadata(fields.get("metadata"));
        String seconds = fields.text("seconds", null);
        Double duration = fields.number("duration");
        if (duration == null) {
            duration = seconds == null ? Double.valueOf(ClipSpec.DEFAULT_SECONDS) : fields.number("seconds");
        }
        String size = fields.text("size", null);
        return fields.request(
                prompt,
                model,
                size,
                seconds,
                pixels(fields, size),
                duration == null ? ClipSpec.DEFAULT_SECONDS : duration,
                fields.count());
    }

    private static ClipSize pixels(Fields fields, String size) throws RefusalException {
        Double width = fields.number("width");
        Double height = fields.number("height");
        if (width != null && height != null) {
            return fields.size(Fields.plain(width) + "x" + Fields.plain(height));
        }
        if (width != null || height != null) {
            throw Fields.invalid(width == null ? "width" : "height", "width and height must be given together");
        }
        return size == null || size.isBlank() ? ClipSize.DEFAULT : fields.size(size);
    }

    private static void metadata(JsonNode metadata) throws RefusalException {
        boolean text = metadata != null
                && metadata.isTextual()
                && metadata.textValue().strip().startsWith("{");
        if (metadata != null && !metadata.isObject() && !text) {
            throw Fields.wrongType("metadata", "an object", metadata);
        }
    }

    @Override
    public String newId() {
        return "task_" + OpenAi.hex();
    }

    /** Both POST routes answer this, with 200. */
    @Override
    public ObjectNode created(JobView job) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", job.id())
                .put("task_id", job.id())
                .put("object", "video")
                .put("model", job.request().model())
                .put("status", "queued")
                .put("progress", 0)
                .put("created_at", job.createdAt().getEpochSecond());
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode video = created(job);
        video.put("status", OpenAi.status(job));
        video.put("progress", job.progress());
        // The row's update time: present while the job still runs.
        video.put("completed_at", job.completedAt().orElse(job.createdAt()).getEpochSecond());
        video.put("seconds", job.request().secondsText());
        if (job.completed()) {
            video.putObject("metadata").put("url", links.clip(job.id(), 1));
        }
        job.error().ifPresent(error -> {
            video.putObject("error").put("message", error.message()).put("code", error.code());
            video.putObject("metadata").put("url", error.message());
        });
        return video;
    }

    /** Reply to a status request on {@code /v1/video/generations/{id}}: the job inside an envelope. */
    public static ObjectNode envelope(JobView job, Links links) {
        ObjectNode envelope =
                JsonNodeFactory.instance.objectNode().put("code", "success").put("message", "");
        ObjectNode data = envelope.putObject("data");
        String text = job.error().map(JobError::message).orElse("");
        long ended = job.completedAt().map(Instant::getEpochSecond).orElse(0L);
        data.put("id", job.number());
        data.put("created_at", job.createdAt().getEpochSecond());
        data.put("updated_at", Math.max(ended, job.createdAt().getEpochSecond()));
        data.put("task_id", job.id());
        data.put("platform", "50");
        data.put("user_id", 1);
        data.put("group", "default");
        data.put("channel_id", 3);
        data.put("quota", 5000);
        data.put("action", "generate");
        data.put("status", upperCase(job));
        data.put("fail_reason", text);
        data.put("result_url", job.completed() ? links.clip(job.id(), 1) : text);
        data.put("submit_time", job.createdAt().getEpochSecond());
        data.put("start_time", job.createdAt().getEpochSecond());
        data.put("finish_time", ended);
        data.put("progress", job.progress() + "%");
        data.putObject("properties").put("input", "");
        if (job.completed() && job.request().count() > 1) {
            for (int index = 1; index <= job.request().count(); index++) {
                data.withArrayProperty("urls").add(links.clip(job.id(), index));
            }
        }
        data.putNull("data");
        return envelope;
    }

    /** The status words inside the envelope. */
    public static String upperCase(JobView job) {
        return switch (job.state()) {
            case QUEUED -> "QUEUED";
            case RUNNING -> "IN_PROGRESS";
            case COMPLETED -> "SUCCESS";
            case FAILED -> "FAILURE";
        };
    }

    @Override
    public boolean managesJobs() {
        return false;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        int status = refusal.reason().status();
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        switch (refusal.reason()) {
            case UNAUTHORIZED, NO_ROUTE, QUOTA, RATE_LIMITED, INTERNAL, TOO_LARGE ->
                reply.putObject("error")
                        .put("message", refusal.getMessage() + " (request id: " + OpenAi.hex() + ")")
                        .put("type", "new_api_error")
                        .put("code", refusal.reason() == Reason.QUOTA ? "insufficient_user_quota" : "");
            case NOT_FOUND -> {
                // Unknown ids are answered with 400, not 404.
                status = 400;
                reply.put("code", "task_not_exist")
                        .put("message", "task_not_exist")
                        .putNull("data");
            }
            case MISSING ->
                reply.put("code", "model".equals(refusal.parameter()) ? "missing_model" : "invalid_request")
                        .put("message", refusal.parameter() + " is required")
                        .putNull("data");
            default ->
                reply.put("code", "invalid_request")
                        .put("message", refusal.getMessage())
                        .putNull("data");
        }
        return Reply.json(status, reply.toString());
    }
}
