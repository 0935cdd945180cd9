package io.videogen.preview.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Operation;

/** MiniMax: v1 with the clip behind a file, v2 with Ark's body; errors of both in {@code base_resp} with HTTP 200. */
final class MiniMax extends OwnPaths {
    @Override
    Target target(String line, RecordedRequest request) {
        if (line.matches("POST /v[12]/video_generation")) {
            return Target.create();
        }
        return switch (line) {
            case "GET /v1/query/video_generation" ->
                Target.status(request.parameter("task_id").orElse(""));
            case "GET /v1/files/retrieve" ->
                new Target(
                        Operation.RESULT,
                        request.parameter("file_id").orElse("").replaceFirst("^file-", ""));
            default ->
                id(line, "GET /v2/query/video_generation/([^/]+)")
                        .map(Target::status)
                        .orElse(Target.other());
        };
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        if (incoming.recorded().path().startsWith("/v2")) {
            return Ark.content(incoming);
        }
        Fields fields = new Fields(incoming);
        ObjectNode body = incoming.fields();
        return job(
                incoming,
                fields.prompt(),
                fields.required("model"),
                whole(body.path("duration"), "duration"),
                body.path("ratio"),
                body.path("resolution"));
    }

    private static boolean isNew(JobView job) {
        return job.request().model().startsWith("MiniMax-H3");
    }

    @Override
    public ObjectNode created(JobView job) {
        return fine(object().put("task_id", job.id()));
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode reply = object();
        if (!isNew(job)) {
            reply.put("task_id", job.id()).put("status", word(job, "Queueing", "Processing", "Success", "Fail"));
            if (job.completed()) {
                reply.put("file_id", "file-" + job.id());
            }
            return failed(job) ? failure(job, reply) : fine(reply);
        }
        ObjectNode task = reply.putObject("task").put("id", job.id());
        task.put("status", word(job, "queued", "running", "succeeded", "failed"));
        if (job.completed()) {
            task.putObject("content").put("url", links.clip(job.id(), 1));
        }
        return failed(job) ? failure(job, reply) : fine(reply);
    }

    private static ObjectNode failure(JobView job, ObjectNode reply) {
        boolean moderated = code(job).contains("moderation");
        reply.putObject("base_resp").put("status_code", moderated ? 1027 : 1000).put("status_msg", message(job));
        return reply;
    }

    private static ObjectNode fine(ObjectNode reply) {
        reply.putObject("base_resp").put("status_code", 0).put("status_msg", "success");
        return reply;
    }

    @Override
    public Reply result(JobView job, Links links) {
        ObjectNode reply = object();
        reply.putObject("file").put("file_id", "file-" + job.id()).put("download_url", links.clip(job.id(), 1));
        return Reply.json(200, fine(reply).toString());
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        int code =
                switch (refusal.reason()) {
                    case UNAUTHORIZED -> 1004;
                    case QUOTA -> 1008;
                    case RATE_LIMITED -> 1002;
                    default -> 2013;
                };
        ObjectNode reply = object();
        reply.putObject("base_resp").put("status_code", code).put("status_msg", refusal.getMessage());
        return Reply.json(
                refusal.reason() == RefusalException.Reason.NO_ROUTE
                                || refusal.reason() == RefusalException.Reason.NOT_FOUND
                        ? 404
                        : 200,
                reply.toString());
    }
}
