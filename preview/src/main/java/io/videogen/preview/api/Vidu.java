package io.videogen.preview.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Operation;
import java.util.List;

/** Vidu's {@code /ent/v2}. */
final class Vidu extends OwnPaths {
    @Override
    Target target(String line, RecordedRequest request) {
        if (line.matches("POST /ent/v2/(text2video|img2video|start-end2video|reference2video)")) {
            return Target.create();
        }
        if (line.equals("GET /ent/v2/tasks")) {
            return new Target(Operation.LIST, "");
        }
        return id(line, "GET /ent/v2/tasks/([^/]+)/creations")
                .map(Target::status)
                .or(() -> id(line, "POST /ent/v2/tasks/([^/]+)/cancel").map(id -> new Target(Operation.CANCEL, id)))
                .orElse(Target.other());
    }

    @Override
    public boolean knows(RecordedRequest request, String token) {
        return request.header("authorization")
                .filter(("Token " + token)::equals)
                .isPresent();
    }

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        ObjectNode body = incoming.fields();
        String path = incoming.recorded().path();
        int images = body.path("images").size();
        require(!path.endsWith("text2video") || images == 0, "images", "none");
        require(!path.endsWith("img2video") || images == 1, "images", "one picture");
        require(!path.endsWith("start-end2video") || images == 2, "images", "two pictures");
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
        return object().put("task_id", job.id()).put("state", "created").put("credits", 50);
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        ObjectNode status = object().put("id", job.id());
        status.put("state", word(job, "queueing", "processing", "success", "failed"))
                .put("credits", 50);
        if (job.completed()) {
            status.putArray("creations")
                    .addObject()
                    .put("id", "1")
                    .put("url", links.clip(job.id(), 1))
                    .put("cover_url", links.thumbnail(job.id(), 1));
        }
        if (failed(job)) {
            boolean moderated = code(job).contains("moderation");
            status.put("err_code", moderated ? "CreationPolicyViolation" : code(job));
        }
        return status;
    }

    /** Models without the maker's name before them, as in its documents. */
    @Override
    public ObjectNode list(List<JobView> jobs) {
        ObjectNode page = object().put("next_page_token", "");
        page.putArray("tasks");
        jobs.forEach(job -> page.withArrayProperty("tasks")
                .addObject()
                .put("id", job.id())
                .put("state", "processing")
                .put("model", job.request().model().replaceFirst("^vidu", ""))
                .put("prompt", job.request().prompt())
                .put("duration", Integer.valueOf(job.request().secondsText()))
                .put("created_at", job.createdAt().toString()));
        return page;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        int status = refusal.reason().status();
        return Reply.json(
                status,
                object().put("code", status)
                        .put("reason", refusal.reason().name())
                        .put("message", refusal.getMessage())
                        .toString());
    }
}
