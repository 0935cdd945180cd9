package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobState;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Operation;
import java.util.Optional;
import java.util.UUID;

/** Runway: a header with its version on every call, a ratio in pixels, DELETE that destroys. */
final class Runway extends OwnPaths {
    @Override
    Target target(String line, RecordedRequest request) {
        Optional<String> place = id(line, "POST /runway-storage/([^/]+)");
        if (place.isPresent()) {
            return new Target(Operation.STORE, place.get());
        }
        if (request.header("x-runway-version").isEmpty()) {
            return Target.other();
        }
        if (line.equals("POST /v1/uploads")) {
            return new Target(Operation.UPLOAD, "");
        }
        return line.matches("POST /v1/(text|image)_to_video")
                ? Target.create()
                : id(line, "GET /v1/tasks/([^/]+)")
                        .map(Target::status)
                        .or(() -> id(line, "DELETE /v1/tasks/([^/]+)").map(id -> new Target(Operation.CANCEL, id)))
                        .orElse(Target.other());
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        ObjectNode body = incoming.fields();
        boolean image = incoming.recorded().path().contains("image_to");
        require(image == body.has("promptImage"), "promptImage", image ? "a picture" : "none");
        for (JsonNode frame : body.path("promptImage")) {
            require(frame.path("uri").isTextual(), "promptImage", "a uri");
            require(frame.path("position").asText().matches("first|last"), "promptImage", "a position");
        }
        String prompt = fields.required("promptText");
        String seconds = whole(body.path("duration"), "duration");
        String ratio = body.path("ratio").asText("1280:720");
        if (ratio.matches("\\d{3,4}:\\d{3,4}")) {
            return fields.request(prompt, fields.required("model"), ratio.replace(':', 'x'), seconds, 1);
        }
        return job(incoming, prompt, fields.required("model"), seconds, body.path("ratio"), body.path("resolution"));
    }

    @Override
    public String newId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public ObjectNode created(JobView job) {
        return cost(object().put("id", job.id()), "estimatedCost", 60);
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode task = object().put("id", job.id());
        task.put("status", word(job, "PENDING", "RUNNING", "SUCCEEDED", "FAILED"));
        task.put("createdAt", job.createdAt().toString());
        if (job.state() == JobState.RUNNING) {
            task.put("progress", job.progress() / 100.0);
        }
        if (job.completed()) {
            return cost(task, "cost", 60).set("output", task.arrayNode().add(links.clip(job.id(), 1)));
        }
        if (failed(job)) {
            cost(task, "cost", 0);
            boolean moderated = code(job).contains("moderation");
            return task.put("failure", message(job)).put("failureCode", moderated ? "SAFETY.OUTPUT.VIDEO" : code(job));
        }
        return cost(task, "estimatedCost", 60);
    }

    private static ObjectNode cost(ObjectNode task, String name, int credits) {
        task.putObject(name).put("credits", credits);
        return task;
    }

    @Override
    public Reply upload(Incoming incoming, String id, String storage) {
        ObjectNode place = object().put("uploadUrl", storage + "/runway-storage/" + id + "?signature=s1")
                .put("runwayUri", "runway://" + id);
        place.putObject("fields").put("key", id).put("policy", "p1");
        return Reply.json(200, place.toString());
    }

    @Override
    public Reply store(Incoming incoming, String id) {
        boolean policy = incoming.fields().path("policy").asText().equals("p1");
        return Reply.text(policy ? 204 : 403, "text/plain", "");
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        return Reply.json(
                refusal.reason().status(),
                object().put("error", refusal.getMessage()).toString());
    }
}
