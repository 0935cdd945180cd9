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

/** Replicate's predictions. */
final class Replicate extends OwnPaths {
    private static final String PATH = "/v1/predictions";

    @Override
    Target target(String line, RecordedRequest request) {
        if (line.matches("POST (/v1/models/[^/]+/[^/]+/predictions|" + PATH + ")")) {
            return Target.create();
        }
        return line.equals("GET " + PATH)
                ? new Target(Operation.LIST, "")
                : id(line, "GET " + PATH + "/([^/]+)")
                        .map(Target::status)
                        .or(() -> id(line, "POST " + PATH + "/([^/]+)/cancel")
                                .map(id -> new Target(Operation.CANCEL, id)))
                        .orElse(Target.other());
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        String path = incoming.recorded().path();
        String model = path.equals(PATH)
                ? new Fields(incoming).required("version")
                : path.replaceAll("/v1/models/|/predictions", "");
        Incoming input = inside(incoming, "input");
        JsonNode fields = input.fields();
        return job(
                input,
                new Fields(input).prompt(),
                model,
                whole(fields.path("duration"), "duration"),
                fields.path("aspect_ratio"),
                fields.path("resolution"));
    }

    @Override
    public int createdStatus() {
        return 201;
    }

    @Override
    public ObjectNode created(JobView job) {
        return prediction(job).put("status", "starting");
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode prediction = prediction(job);
        if (job.completed()) {
            prediction.putArray("output").add(links.clip(job.id(), 1));
            prediction.putObject("metrics").put("predict_time", 12.5);
        }
        if (failed(job)) {
            boolean moderated = code(job).contains("moderation");
            prediction.put("error", (moderated ? "The input or output was flagged as sensitive. " : "") + message(job));
        }
        return prediction;
    }

    private static ObjectNode prediction(JobView job) {
        ObjectNode prediction =
                object().put("id", job.id()).put("model", job.request().model());
        prediction.put("status", word(job, "starting", "processing", "succeeded", "failed"));
        prediction.put("version", "hidden").put("data_removed", false);
        prediction.put("created_at", job.createdAt().toString());
        prediction.putObject("input").put("prompt", job.request().prompt());
        prediction
                .putObject("urls")
                .put("get", "https://api.example/v1/predictions/" + job.id())
                .put("cancel", "https://api.example/v1/predictions/" + job.id() + "/cancel")
                .put("web", "https://web.example/p/" + job.id());
        return prediction.putNull("output").putNull("error");
    }

    @Override
    public ObjectNode list(List<JobView> jobs) {
        ObjectNode page = object().putNull("next").putNull("previous");
        page.putArray("results");
        jobs.forEach(job -> page.withArrayProperty("results").add(prediction(job)));
        return page;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        int status = refusal.isInvalid() ? 422 : refusal.reason().status();
        return Reply.json(
                status,
                object().put("title", refusal.reason().name())
                        .put("detail", refusal.getMessage())
                        .put("status", status)
                        .toString());
    }
}
