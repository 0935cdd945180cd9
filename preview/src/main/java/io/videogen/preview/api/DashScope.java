package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Operation;

/** DashScope's Wan: create needs its header; a task that it does not know is UNKNOWN with HTTP 200. */
final class DashScope extends OwnPaths {
    private static final String CREATE = "/api/v1/services/aigc/video-generation/video-synthesis";

    @Override
    Target target(String line, RecordedRequest request) {
        if (line.equals("POST " + CREATE)) {
            return request.header("x-dashscope-async").filter("enable"::equals).isPresent()
                    ? Target.create()
                    : Target.other();
        }
        return id(line, "GET /api/v1/tasks/([^/]+)")
                .map(Target::status)
                .or(() -> id(line, "POST /api/v1/tasks/([^/]+)/cancel").map(id -> new Target(Operation.CANCEL, id)))
                .orElse(Target.other());
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Incoming input = inside(incoming, "input");
        JsonNode parameters = incoming.fields().path("parameters");
        String prompt = new Fields(input).prompt();
        String model = new Fields(incoming).required("model");
        String seconds = whole(parameters.path("duration"), "duration");
        for (JsonNode media : input.fields().path("media")) {
            require(media.path("type").isTextual() && media.path("url").isTextual(), "media", "type and url");
        }
        if (parameters.has("size")) {
            String size = parameters.path("size").asText();
            require(size.matches("\\d+\\*\\d+"), "size", "1280*720");
            return new Fields(incoming).request(prompt, model, size, seconds, 1);
        }
        String resolution = parameters.path("resolution").asText("720P");
        require(resolution.matches("\\d+P|\\dK"), "resolution", "720P");
        return job(incoming, prompt, model, seconds, parameters.path("ratio"), parameters.path("resolution"));
    }

    @Override
    public ObjectNode created(JobView job) {
        ObjectNode reply = object();
        reply.putObject("output").put("task_id", job.id()).put("task_status", "PENDING");
        return reply.put("request_id", "request-" + job.number());
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode reply = object().put("request_id", "request-" + job.number());
        ObjectNode output = reply.putObject("output").put("task_id", job.id());
        output.put("task_status", word(job, "PENDING", "RUNNING", "SUCCEEDED", "FAILED"));
        // Local time, without a zone.
        output.put("submit_time", "2026-11-25 10:00:00.123");
        if (job.completed()) {
            output.put("video_url", links.clip(job.id(), 1));
            reply.putObject("usage").put("duration", job.request().seconds()).put("SR", 720);
        }
        if (failed(job)) {
            boolean moderated = code(job).contains("moderation");
            output.put("code", moderated ? "DataInspectionFailed" : code(job)).put("message", message(job));
        }
        return reply;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        ObjectNode reply = object().put("request_id", "request-0");
        if (refusal.reason() == RefusalException.Reason.NOT_FOUND) {
            reply.putObject("output").put("task_status", "UNKNOWN");
            return Reply.json(200, reply.toString());
        }
        String code = refusal.reason() == RefusalException.Reason.UNAUTHORIZED ? "InvalidApiKey" : "InvalidParameter";
        return Reply.json(
                refusal.reason().status(),
                reply.put("code", code).put("message", refusal.getMessage()).toString());
    }
}
