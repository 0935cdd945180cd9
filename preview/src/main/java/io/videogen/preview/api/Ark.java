package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Operation;
import java.util.List;

/** Ark's {@code /api/v3/contents/generations/tasks}. */
final class Ark extends OwnPaths {
    private static final String PATH = "/api/v3/contents/generations/tasks";

    @Override
    Target target(String line, RecordedRequest request) {
        return switch (line) {
            case "POST " + PATH -> Target.create();
            case "GET " + PATH -> new Target(Operation.LIST, "");
            default -> id(line, "GET " + PATH + "/([^/]+)").map(Target::status).orElse(Target.other());
        };
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        JsonNode lastFrame = incoming.fields().path("return_last_frame");
        require(lastFrame.isMissingNode() || lastFrame.isBoolean(), "return_last_frame", "a boolean");
        JobRequest job = content(incoming);
        return lastFrame.asBoolean() ? job.withLastFrame() : job;
    }

    /** A body with {@code content[]}, as MiniMax has it too. */
    static JobRequest content(Incoming incoming) throws RefusalException {
        ObjectNode body = incoming.fields();
        String prompt = "";
        boolean frames = false;
        boolean references = false;
        for (JsonNode part : body.path("content")) {
            String type = part.path("type").asText();
            String role = part.path("role").asText("");
            require(type.equals("text") || part.at("/" + type + "/url").isTextual(), "content", "a " + type);
            prompt = type.equals("text") ? part.path("text").asText() : prompt;
            frames |= role.endsWith("_frame");
            references |= role.startsWith("reference_");
        }
        require(!frames || !references, "content", "frames or references");
        require(!prompt.isBlank(), "content", "a text");
        return job(
                incoming,
                prompt,
                new Fields(incoming).required("model"),
                whole(body.path("duration"), "duration"),
                body.path("ratio"),
                body.path("resolution"));
    }

    @Override
    public String newId() {
        return "cgt-" + OpenAi.hex();
    }

    @Override
    public ObjectNode created(JobView job) {
        return object().put("id", job.id());
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode task =
                object().put("id", job.id()).put("model", job.request().model());
        task.put("status", word(job, "queued", "running", "succeeded", "failed"));
        task.put("created_at", job.createdAt().getEpochSecond());
        if (job.completed()) {
            ObjectNode content = task.putObject("content").put("video_url", links.clip(job.id(), 1));
            if (job.request().lastFrame()) {
                // Any picture of the clip shows the way that it goes.
                content.put("last_frame_url", links.thumbnail(job.id(), 1));
            }
            task.putObject("usage").put("completion_tokens", 1000).put("total_tokens", 1000);
        }
        if (failed(job)) {
            boolean moderated = code(job).contains("moderation");
            task.putObject("error")
                    .put("code", moderated ? "OutputVideoSensitiveContentDetected" : code(job))
                    .put("message", message(job));
        }
        return task;
    }

    /** Without the prompts. */
    @Override
    public ObjectNode list(List<JobView> jobs) {
        ObjectNode page = object();
        jobs.forEach(job -> {
            ObjectNode item = page.withArrayProperty("items").addObject();
            item.put("id", job.id()).put("model", job.request().model());
            item.put("created_at", job.createdAt().getEpochSecond());
            item.put("duration", job.request().secondsText());
            item.put("ratio", "16:9").put("resolution", job.request().size().height() + "p");
        });
        return page.put("total", jobs.size());
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        ObjectNode reply = object();
        reply.putObject("error")
                .put(
                        "code",
                        refusal.isInvalid()
                                ? "InvalidParameter"
                                : refusal.reason().name())
                .put("message", refusal.getMessage());
        return Reply.json(refusal.reason().status(), reply.toString());
    }
}
