package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Operation;

/** fal's queue: the model is the path, 202 while it runs, the result behind a second path; a failure is 422 there. */
final class Fal extends OwnPaths {
    private static final String REQUEST = "(?:/[^/]+){2,3}/requests/([^/]+)";

    @Override
    Target target(String line, RecordedRequest request) {
        if (line.equals("POST /storage/upload/initiate")) {
            return new Target(Operation.UPLOAD, "");
        }
        return id(line, "GET " + REQUEST + "/status")
                .map(Target::status)
                .or(() -> id(line, "GET " + REQUEST).map(id -> new Target(Operation.RESULT, id)))
                .or(() -> id(line, "PUT /storage/([^/]+)").map(id -> new Target(Operation.STORE, id)))
                .or(() -> id(line, "PUT " + REQUEST + "/cancel").map(id -> new Target(Operation.CANCEL, id)))
                .orElse(line.matches("POST (/[^/]+){2,}") ? Target.create() : Target.other());
    }

    @Override
    public boolean knows(RecordedRequest request, String token) {
        return request.header("authorization").filter(("Key " + token)::equals).isPresent();
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        ObjectNode body = incoming.fields();
        String model = incoming.recorded().path().substring(1);
        JsonNode duration = body.path("duration");
        String seconds = model.contains("veo")
                ? lengthText(duration, "duration", "s")
                : model.contains("grok") || model.contains("vidu")
                        ? whole(duration, "duration")
                        : lengthText(duration, "duration", "");
        return job(incoming, fields.prompt(), model, seconds, body.path("aspect_ratio"), body.path("resolution"));
    }

    @Override
    public ObjectNode created(JobView job) {
        return object().put("request_id", job.id())
                .put("status", "IN_QUEUE")
                .put("queue_position", 0)
                .put("status_url", "https://queue.example/elsewhere/" + job.id() + "/status")
                .put("response_url", "https://queue.example/elsewhere/" + job.id());
    }

    @Override
    public int statusCode(JobView job) {
        return job.completed() || failed(job) ? 200 : 202;
    }

    /** A job that failed is COMPLETED too; its result tells. */
    @Override
    public ObjectNode status(JobView job, Links links) {
        return object().put("request_id", job.id())
                .put("status", word(job, "IN_QUEUE", "IN_PROGRESS", "COMPLETED", "COMPLETED"));
    }

    @Override
    public Reply result(JobView job, Links links) {
        ObjectNode result = object();
        if (failed(job)) {
            boolean moderated = code(job).contains("moderation");
            result.putArray("detail")
                    .addObject()
                    .put("msg", message(job))
                    .put("type", moderated ? "content_policy_violation" : code(job));
            return Reply.json(422, result.toString());
        }
        if (!job.completed()) {
            return Reply.json(
                    400, result.put("detail", "Request is still in progress").toString());
        }
        result.putObject("video").put("url", links.clip(job.id(), 1)).put("content_type", "video/mp4");
        return Reply.json(200, result.put("seed", 7).toString()).header("x-fal-billable-units", "1.5");
    }

    @Override
    public Reply upload(Incoming incoming, String id, String storage) {
        return Reply.json(
                200,
                object().put("upload_url", storage + "/storage/" + id + "?signature=s1")
                        .put("file_url", storage + "/files/" + id)
                        .toString());
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        ObjectNode reply = object();
        int status = refusal.reason().status();
        if (status == 400) {
            reply.putArray("detail")
                    .addObject()
                    .put("msg", refusal.getMessage())
                    .put("type", "value_error");
            return Reply.json(422, reply.toString());
        }
        return Reply.json(status, reply.put("detail", refusal.getMessage()).toString());
    }
}
