package io.videogen.preview.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.api.Api;
import io.videogen.preview.api.Links;
import io.videogen.preview.api.NewApi;
import io.videogen.preview.http.Percent;
import io.videogen.preview.job.JobError;
import io.videogen.preview.job.JobState;
import io.videogen.preview.job.JobView;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Turns a documented reply into the one that a mode gives. */
public final class StatusShapes {
    private static final JobError SCRIPTED = new JobError("generation_failed", "the generation failed (scripted)");

    private static final int URL_AT_POLL = 5;

    /** Parts of every address that leads to a clip. */
    private static final List<String> LINKS = List.of("/files/", "/content");

    private StatusShapes() {}

    /** The job as the mode sees it: failed where the mode says so. */
    public static JobView view(ReplyMode mode, JobView job) {
        return switch (mode) {
            case FAILURE_TEXT_IN_URL, ERROR_TEXT -> job.completed() ? job.failed(SCRIPTED) : job;
            case UNAUTHORIZED_MID_POLL -> job.completed() ? job.running(50) : job;
            case PROGRESS_PERCENT, PROGRESS_FRACTION -> job.polls() < 2 && job.completed() ? job.running(45) : job;
            default -> job;
        };
    }

    /** The reply to create. */
    public static ObjectNode created(ReplyMode mode, JobView job, ObjectNode documented, String pollingUrl) {
        return switch (mode) {
            case OPENAI_EXACT -> Api.OPENAI.dialect().created(job);
            case TASK_ID_ONLY -> object().put("task_id", job.id());
            case ENVELOPE, ENVELOPE_SIMPLE, FLAT_UPPER_CASE ->
                Api.NEW_API.dialect().created(job);
            case ACCEPTED_POLLING_URL ->
                object().put("id", job.id()).put("polling_url", pollingUrl).put("status", "pending");
            case ID_IN_DATA ->
                object().put("code", "success").put("message", "").put("data", job.id());
            default -> changed(mode, job, documented, "");
        };
    }

    /**
     * The reply to a status request.
     *
     * @param documented what the API documents
     * @param signature appended to a URL that is signed
     */
    public static ObjectNode status(ReplyMode mode, JobView job, ObjectNode documented, Links links, String signature) {
        String clip = links.clip(job.id(), 1);
        switch (mode) {
            case OPENAI_EXACT:
                return Api.OPENAI.dialect().status(job, links);
            case TASK_ID_ONLY:
                return taskId(documented);
            case ENVELOPE, FAILURE_TEXT_IN_URL:
                return NewApi.envelope(job, links);
            case ENVELOPE_SIMPLE:
                return simple(job, clip);
            case FLAT_UPPER_CASE:
                return flat(job);
            case METADATA_URL:
                return metadataUrl(job, links, clip);
            case LOCALHOST_CONTENT_URL:
                return metadataUrl(
                        job, links, "http://localhost:3000/v1/videos/" + Percent.encode(job.id()) + "/content");
            case URL_IN_FAIL_REASON:
                ObjectNode envelope = NewApi.envelope(job, links);
                if (job.completed()) {
                    envelope.withObjectProperty("data").put("fail_reason", clip).put("result_url", "");
                }
                return envelope;
            case ACCEPTED_POLLING_URL:
                return openRouter(job, clip);
            case SIGNED_URL_EXPIRED:
                return signed(job, documented, clip + "?" + signature);
            default:
                return changed(mode, job, documented, clip);
        }
    }

    private static ObjectNode changed(ReplyMode mode, JobView job, ObjectNode reply, String clip) {
        ObjectNode inner = inner(reply);
        switch (mode) {
            case PROGRESS_PERCENT -> inner.put("progress", job.progress() + "%");
            case PROGRESS_FRACTION -> inner.put("progress", job.progress() / 100.0);
            case TIMES_IN_MILLIS -> times(inner, job, time -> JsonNodeFactory.instance.numberNode(time.toEpochMilli()));
            case TIMES_IN_ISO -> times(inner, job, time -> JsonNodeFactory.instance.textNode(time.toString()));
            case SECONDS_FRACTION -> inner.put("seconds", 5.2);
            case ERROR_TEXT -> job.error().ifPresent(error -> inner.put("error", error.message()));
            case UNKNOWN_STATUS -> inner.put("status", "reticulating_splines");
            case EXPIRED -> ended(inner, job, "expired");
            case CANCELLED -> ended(inner, job, "cancelled");
            case UNLISTED_END -> ended(inner, job, "Request Moderated");
            case COMPLETED_WITHOUT_ARTIFACT -> withoutUrls(inner);
            case URL_AFTER_COMPLETION -> {
                if (job.polls() < URL_AT_POLL) {
                    withoutUrls(inner);
                } else if (job.completed()) {
                    inner.put("video_url", clip);
                }
            }
            default -> {
                // the other modes change headers, delivery or create, not this object
            }
        }
        return reply;
    }

    /** Where the job's fields are: inside new-api's envelope, else at the top. */
    private static ObjectNode inner(ObjectNode reply) {
        return reply.get("data") instanceof ObjectNode data && data.has("status") ? data : reply;
    }

    private static void ended(ObjectNode inner, JobView job, String status) {
        if (job.state() == JobState.COMPLETED) {
            inner.put("status", status);
            withoutUrls(inner);
        }
    }

    private static void withoutUrls(ObjectNode inner) {
        inner.remove(List.of("result_url", "video_url", "thumbnail_url", "metadata", "urls", "file_size"));
        LINKS.forEach(link -> removeTexts(inner, link));
    }

    private static void removeTexts(JsonNode node, String part) {
        for (Iterator<JsonNode> members = node.iterator(); members.hasNext(); ) {
            JsonNode member = members.next();
            if (member.isTextual() && member.asText().contains(part)) {
                members.remove();
            } else {
                removeTexts(member, part);
            }
        }
    }

    private static void times(ObjectNode inner, JobView job, Function<Instant, JsonNode> form) {
        inner.set("created_at", form.apply(job.createdAt()));
        job.completedAt().ifPresent(time -> inner.set("completed_at", form.apply(time)));
    }

    private static ObjectNode taskId(ObjectNode documented) {
        JsonNode id = documented.remove("id");
        if (id != null) {
            documented.set("task_id", id);
        }
        return documented;
    }

    private static ObjectNode simple(JobView job, String clip) {
        ObjectNode envelope = object().put("code", "success").put("message", "");
        ObjectNode data = envelope.putObject("data");
        job.error()
                .ifPresentOrElse(
                        error -> data.putObject("error").put("code", 500).put("message", error.message()),
                        () -> data.putNull("error"));
        data.put("format", "mp4").putNull("metadata");
        data.put(
                "status",
                switch (job.state()) {
                    case QUEUED -> "queued";
                    case RUNNING -> "processing";
                    case COMPLETED -> "succeeded";
                    case FAILED -> "failed";
                });
        data.put("task_id", job.id());
        data.put("url", job.completed() ? clip : "");
        return envelope;
    }

    private static ObjectNode flat(JobView job) {
        return object().put("created_at", job.createdAt().getEpochSecond())
                .put("fail_reason", job.error().map(JobError::message).orElse(""))
                .put(
                        "finished_at",
                        job.completedAt().map(Instant::getEpochSecond).orElse(0L))
                .put("platform", "1")
                .put("progress", job.progress() + "%")
                .put("status", NewApi.upperCase(job))
                .put("task_id", job.id());
    }

    private static ObjectNode metadataUrl(JobView job, Links links, String url) {
        ObjectNode video = Api.NEW_API.dialect().status(job, links);
        if (job.completed()) {
            video.putObject("metadata").put("url", url);
        }
        return video;
    }

    private static ObjectNode openRouter(JobView job, String clip) {
        ObjectNode reply = object().put("id", job.id());
        reply.put(
                "status",
                switch (job.state()) {
                    case QUEUED -> "pending";
                    case RUNNING -> "in_progress";
                    case COMPLETED -> "completed";
                    case FAILED -> "failed";
                });
        if (job.completed()) {
            reply.putArray("unsigned_urls").add(clip);
        }
        job.error().ifPresent(error -> reply.put("error", error.message()));
        return reply;
    }

    private static ObjectNode signed(JobView job, ObjectNode documented, String url) {
        if (job.completed()) {
            ObjectNode inner = inner(documented);
            String field = List.of("result_url", "video_url").stream()
                    .filter(inner::has)
                    .findFirst()
                    .orElse("video_url");
            inner.put(field, url);
            if (inner.has("metadata")) {
                inner.putObject("metadata").put("url", url);
            }
        }
        return documented;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
