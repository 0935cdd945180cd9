package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Percent;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Operation;
import java.util.Optional;

/** OpenRouter's {@code /api/v1/videos}: 202 on create, the clip behind a path that needs the key, a cost. */
final class OpenRouter extends OwnPaths {
    private static final String PATH = "/api/v1/videos";

    @Override
    Target target(String line, RecordedRequest request) {
        if (line.equals("POST " + PATH)) {
            return Target.create();
        }
        return id(line, "GET " + PATH + "/([^/]+)/content")
                .map(id -> new Target(Operation.CONTENT, id))
                .or(() -> id(line, "GET " + PATH + "/([^/]+)").map(Target::status))
                .orElse(Target.other());
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        ObjectNode body = incoming.fields();
        require(!body.has("frame_images") || !body.has("input_references"), "input_references", "no frame_images");
        for (JsonNode frame : body.path("frame_images")) {
            require(frame.at("/image_url/url").isTextual(), "frame_images", "an image_url");
            require(frame.path("frame_type").asText().matches("first_frame|last_frame"), "frame_type", "a frame");
        }
        String seconds = whole(body.path("duration"), "duration");
        if (body.has("size")) {
            return fields.request(fields.prompt(), fields.required("model"), fields.text("size", null), seconds, 1);
        }
        return job(
                incoming,
                fields.prompt(),
                fields.required("model"),
                seconds,
                body.path("aspect_ratio"),
                body.path("resolution"));
    }

    @Override
    public Optional<String> extended(Incoming incoming) {
        return Optional.of(incoming.fields().path("previous_job_id").asText()).filter(id -> !id.isEmpty());
    }

    @Override
    public int createdStatus() {
        return 202;
    }

    @Override
    public ObjectNode created(JobView job) {
        return generation(job).put("status", "pending");
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode status = generation(job);
        status.put("status", word(job, "pending", "in_progress", "completed", "failed"));
        if (job.completed()) {
            status.putArray("unsigned_urls")
                    .add(links.origin() + PATH + "/" + Percent.encode(job.id()) + "/content?index=0");
            status.putObject("usage").put("cost", 0.25).put("is_byok", false);
        }
        if (failed(job)) {
            status.put("error", message(job));
        }
        return status;
    }

    /** Its client wants the address in every reply. */
    private static ObjectNode generation(JobView job) {
        return object().put("id", job.id()).put("polling_url", PATH + "/" + Percent.encode(job.id()));
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        ObjectNode reply = object();
        reply.putObject("error").put("code", refusal.reason().status()).put("message", refusal.getMessage());
        return Reply.json(refusal.reason().status(), reply.toString());
    }
}
