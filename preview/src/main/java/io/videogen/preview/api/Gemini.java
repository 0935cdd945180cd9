package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Percent;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Operation;
import java.util.Optional;

/** Gemini Omni's {@code /v1beta/interactions}; errors come in a list, an unknown id as 400. */
final class Gemini extends OwnPaths {
    /** Google's client for Java says {@code v1}, the one for JavaScript {@code v1beta}. */
    private static final String PATH = "/v1(?:beta)?/interactions";

    @Override
    Target target(String line, RecordedRequest request) {
        if (line.matches("POST " + PATH)) {
            return Target.create();
        }
        if (line.equals("POST /upload/v1beta/files")) {
            return new Target(Operation.UPLOAD, "");
        }
        return id(line, "GET " + PATH + "/([^/]+)")
                .map(Target::status)
                .or(() -> id(line, "POST " + PATH + "/([^/]+)/cancel").map(id -> new Target(Operation.CANCEL, id)))
                .or(() -> id(line, "GET /v1(?:beta)?/files/([^/]+):download")
                        .map(id -> new Target(Operation.CONTENT, id)))
                .or(() -> id(line, "GET /v1beta/files/([^/:]+)").map(id -> new Target(Operation.UPLOAD, id)))
                .or(() -> id(line, "POST /upload/v1beta/place/([^/]+)").map(id -> new Target(Operation.STORE, id)))
                .orElse(Target.other());
    }

    @Override
    public boolean knows(RecordedRequest request, String token) {
        return request.header("x-goog-api-key").filter(token::equals).isPresent();
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        ObjectNode body = incoming.fields();
        JsonNode format = body.path("response_format");
        require(body.path("background").asBoolean(), "background", "true");
        String prompt = body.path("input").asText("");
        for (JsonNode block : body.path("input")) {
            boolean text = block.path("type").asText().equals("text");
            boolean content =
                    block.path("data").isTextual() || block.path("uri").isTextual();
            require(text || content && block.has("mime_type"), "input", "data and mime_type");
            prompt = text ? block.path("text").asText() : prompt;
        }
        require(!prompt.isBlank(), "input", "a text");
        return job(
                incoming,
                prompt,
                new Fields(incoming).required("model"),
                lengthText(format.path("duration"), "duration", "s"),
                format.path("aspect_ratio"),
                format.path("resolution"));
    }

    @Override
    public Optional<String> extended(Incoming incoming) {
        ObjectNode body = incoming.fields();
        return body.at("/generation_config/video_config/task").asText().equals("extend")
                ? Optional.of(body.path("previous_interaction_id").asText())
                : Optional.empty();
    }

    @Override
    public ObjectNode created(JobView job) {
        return object().put("id", job.id()).put("status", "queued");
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode status = object().put("id", job.id());
        boolean withheld = failed(job) && code(job).contains("moderation");
        status.put("status", word(job, "queued", "in_progress", "completed", withheld ? "completed" : "failed"));
        ArrayNode steps = status.putArray("steps");
        if (job.completed()) {
            steps.addObject().put("type", "thought").putArray("content");
            steps.addObject()
                    .put("type", "model_output")
                    .putArray("content")
                    .addObject()
                    .put("type", "video")
                    .put("mime_type", "video/mp4")
                    .put("uri", links.origin() + "/v1beta/files/" + Percent.encode(job.id()) + ":download?alt=media");
            status.putObject("usage").put("total_tokens", 1000);
        } else if (withheld) {
            steps.addObject()
                    .put("type", "model_output")
                    .putArray("content")
                    .addObject()
                    .put("type", "text")
                    .put("text", message(job));
        } else if (failed(job)) {
            status.putArray("errors").addObject().put("code", code(job)).put("message", message(job));
        }
        return status;
    }

    @Override
    public Reply upload(Incoming incoming, String id, String storage) {
        if (incoming.recorded().method().equals("GET")) {
            return Reply.json(200, file(incoming, id, "ACTIVE").toString());
        }
        return Reply.text(200, "text/plain", "")
                .header("X-Goog-Upload-URL", storage + "/upload/v1beta/place/" + id + "?signature=s1");
    }

    /** A clip is looked at before it can be used. */
    @Override
    public Reply store(Incoming incoming, String id) {
        boolean clip = incoming.recorded().files().get(0).contentType().startsWith("video/");
        ObjectNode reply = object();
        reply.set("file", file(incoming, id, clip ? "PROCESSING" : "ACTIVE"));
        return Reply.json(200, reply.toString());
    }

    private static ObjectNode file(Incoming incoming, String id, String state) {
        return object().put("name", "files/" + id)
                .put("state", state)
                .put("uri", incoming.recorded().origin() + "/v1beta/files/" + id);
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        boolean absent = refusal.reason() == RefusalException.Reason.NOT_FOUND;
        int status = absent ? 400 : refusal.reason().status();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addObject()
                .putObject("error")
                .put("code", status)
                .put("message", absent ? "Invalid interaction name" : refusal.getMessage())
                .put(
                        "status",
                        refusal.reason() == RefusalException.Reason.UNAUTHORIZED
                                ? "UNAUTHENTICATED"
                                : "INVALID_ARGUMENT");
        return Reply.json(status, list.toString());
    }
}
