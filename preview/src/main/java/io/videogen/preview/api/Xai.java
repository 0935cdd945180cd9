package io.videogen.preview.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobState;
import io.videogen.preview.job.JobView;

/** xAI's {@code /v1/videos/generations}: 202 while it runs, a withheld clip told by a flag. */
final class Xai extends OwnPaths {
    @Override
    Target target(String line, RecordedRequest request) {
        return line.equals("POST /v1/videos/generations")
                ? Target.create()
                : id(line, "GET /v1/videos/([^/]+)").map(Target::status).orElse(Target.other());
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        ObjectNode body = incoming.fields();
        require(!incoming.form(), "body", "JSON");
        require(!body.has("image") || body.at("/image/url").isTextual(), "image", "a url");
        require(!body.has("image") || !body.has("reference_images"), "reference_images", "no image");
        return job(
                incoming,
                fields.prompt(),
                fields.required("model"),
                whole(body.path("duration"), "duration"),
                body.path("aspect_ratio"),
                body.path("resolution"));
    }

    @Override
    public ObjectNode created(JobView job) {
        return object().put("request_id", job.id());
    }

    @Override
    public int statusCode(JobView job) {
        return job.completed() || failed(job) ? 200 : 202;
    }

    /** Nothing while a job is queued: the body is empty then. */
    @Override
    public ObjectNode status(JobView job, Links links) {
        if (job.state() == JobState.QUEUED) {
            return null;
        }
        ObjectNode status = object().put("status", word(job, "pending", "pending", "done", "failed"));
        if (job.completed()) {
            status.putObject("video")
                    .put("url", links.clip(job.id(), 1))
                    .put("duration", job.request().seconds())
                    .put("respect_moderation", true);
            status.putObject("usage").put("cost_in_usd_ticks", 500_000_000L);
        } else if (failed(job) && code(job).contains("moderation")) {
            status.put("status", "done").putObject("video").put("respect_moderation", false);
        } else if (failed(job)) {
            status.putObject("error").put("code", code(job)).put("message", message(job));
        } else {
            status.put("progress", job.progress());
        }
        return status;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        return Reply.json(
                refusal.reason().status(),
                object().put("code", refusal.reason().name())
                        .put("error", refusal.getMessage())
                        .toString());
    }
}
