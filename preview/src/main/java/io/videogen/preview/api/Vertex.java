package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Operation;
import java.util.List;

/** Veo on Vertex: a job is asked for by a POST that holds its name, and its clips are in the reply. */
final class Vertex extends OwnPaths {
    /** What tells it from Gemini Omni, whose word it shares. */
    static final String PATH = ".*/projects/[^/]+/locations/[^/]+/publishers/google/models/[^/:]+:";

    @Override
    Target target(String line, RecordedRequest request) {
        if (line.matches("POST " + PATH + "predictLongRunning")) {
            return Target.create();
        }
        return line.matches("POST " + PATH + "fetchPredictOperation")
                ? new Target(Operation.STATUS, request.fields().getOrDefault("operationName", ""))
                : Target.other();
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        JsonNode instance = incoming.fields().at("/instances/0");
        JsonNode parameters = incoming.fields().path("parameters");
        require(instance.path("prompt").isTextual(), "instances", "a prompt");
        for (String name : List.of("image", "lastFrame")) {
            JsonNode picture = instance.path(name);
            require(
                    picture.isMissingNode()
                            || picture.path("bytesBase64Encoded").isTextual(),
                    name,
                    "bytes in Base64");
        }
        JobRequest one = job(
                incoming,
                instance.path("prompt").asText(),
                incoming.recorded().path().replaceAll(".*/models/|:.*", ""),
                whole(parameters.path("durationSeconds"), "durationSeconds"),
                parameters.path("aspectRatio"),
                parameters.path("resolution"));
        return new Fields(incoming)
                .request(
                        one.prompt(),
                        one.model(),
                        one.size().toString(),
                        one.secondsText(),
                        parameters.path("sampleCount").asInt(1));
    }

    @Override
    public String newId() {
        return "projects/p/locations/us-central1/publishers/google/models/veo/operations/" + OpenAi.hex();
    }

    @Override
    public ObjectNode created(JobView job) {
        return object().put("name", job.id());
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode status = object().put("name", job.id());
        if (failed(job) && code(job).contains("moderation")) {
            ObjectNode response = status.put("done", true).putObject("response");
            response.put("raiMediaFilteredCount", 1)
                    .putArray("raiMediaFilteredReasons")
                    .add(message(job));
        } else if (failed(job)) {
            status.put("done", true).putObject("error").put("code", 13).put("message", message(job));
        } else if (job.completed()) {
            ArrayNode videos = status.put("done", true).putObject("response").putArray("videos");
            for (int i = 0; i < job.request().count(); i++) {
                videos.addObject().put("mimeType", "video/mp4");
            }
        }
        return status;
    }

    @Override
    public void inline(ObjectNode status, List<String> clips) {
        for (int i = 0; i < clips.size(); i++) {
            if (status.at("/response/videos/" + i) instanceof ObjectNode video) {
                video.put("bytesBase64Encoded", clips.get(i));
            }
        }
    }

    @Override
    public boolean inlinesClips() {
        return true;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        int status = refusal.reason().status();
        ObjectNode reply = object();
        reply.putObject("error")
                .put("code", status)
                .put(
                        "message",
                        status == 401
                                ? "Request had invalid authentication credentials. Expected OAuth 2 access token."
                                : refusal.getMessage())
                .put("status", status == 401 ? "UNAUTHENTICATED" : "INVALID_ARGUMENT");
        return Reply.json(status, reply.toString());
    }
}
