package io.videogen.preview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.api.Dialect;
import io.videogen.preview.api.Links;
import io.videogen.preview.api.NewApi;
import io.videogen.preview.api.RefusalException;
import io.videogen.preview.api.RefusalException.Reason;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Percent;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.http.Transmission;
import io.videogen.preview.job.Job;
import io.videogen.preview.job.JobBook;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobState;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.ReplyMode;
import io.videogen.preview.script.Script;
import io.videogen.preview.script.StatusShapes;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Create, status, list and delete, in the words of the route's API and the mode of the job. */
final class JobReplies {
    private static final int MARKED_DIGITS = 10;

    private final JobBook book;
    private final Script script;
    private final Clock clock;
    private final String idPrefix;
    private final Map<String, ScriptedJob> jobs = new ConcurrentHashMap<>();
    private final GatewayReplies gateway;

    /** @param idPrefix begins the id of each job */
    JobReplies(JobBook book, Script script, Clock clock, String idPrefix) {
        this.book = book;
        this.script = script;
        this.clock = clock;
        this.idPrefix = idPrefix;
        this.gateway = new GatewayReplies(clock);
    }

    ScriptedJob find(String id) throws RefusalException {
        ScriptedJob job = jobs.get(id);
        if (job == null) {
            throw new RefusalException(Reason.NOT_FOUND, null, "Video with id '" + id + "' not found.");
        }
        return job;
    }

    Reply create(Route route, Incoming incoming) throws RefusalException, IOException, InterruptedException {
        Dialect dialect = route.api().dialect();
        JobRequest asked = dialect.read(incoming);
        Optional<String> extended = dialect.extended(incoming);
        JobRequest request = extended.isPresent() ? asked.after(finished(extended.get())) : asked;
        ReplyMode mode = script.modeOf(request.prompt());
        Optional<Reply> refusal = gateway.refusal(mode, request.prompt(), incoming.recorded());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (mode == ReplyMode.STRICT_TEXT) {
            checkTexts(incoming.recorded());
        }
        Job job = book.add(marked(id(mode, dialect)), request, script.planOf(request.prompt()));
        jobs.put(job.id(), new ScriptedJob(job, mode));
        if (mode == ReplyMode.CLIP_IN_CREATE) {
            return GatewayReplies.inlined(job);
        }
        JobView view = job.createdView();
        String path = route.prefix() + (route.generations() ? "/v1/video/generations/" : "/v1/videos/");
        String polling = incoming.recorded().origin() + path + Percent.encode(job.id());
        ObjectNode reply = StatusShapes.created(mode, view, dialect.created(view), polling);
        Reply sent = json(mode, mode == ReplyMode.ACCEPTED_POLLING_URL ? 202 : dialect.createdStatus(), reply);
        return mode == ReplyMode.CREATE_REPLY_LOST ? sent.delivered(Transmission.dropped()) : sent;
    }

    private JobRequest finished(String id) throws RefusalException, InterruptedException {
        JobView before = find(id).job().view(clock);
        if (!before.completed()) {
            throw new RefusalException(Reason.NOT_READY, "video", "Video '" + id + "' is not completed.");
        }
        return before.request();
    }

    /** People read the ids of previews in their log: as short as it takes to tell them apart. */
    private String marked(String id) {
        return idPrefix.isEmpty() ? id : idPrefix + id.substring(id.length() - MARKED_DIGITS);
    }

    private static String id(ReplyMode mode, Dialect dialect) {
        return switch (mode) {
            case ID_WITH_COLON -> "sora-2:" + dialect.newId();
            case ID_NEEDS_ESCAPING -> "sora/2 é%2F+" + dialect.newId() + "==";
            default -> dialect.newId();
        };
    }

    private static void checkTexts(RecordedRequest request) throws RefusalException {
        List<String> texts = new ArrayList<>(request.fields().values());
        request.files().forEach(file -> texts.add(file.fileName()));
        for (String text : texts) {
            if (text.contains("=?") && text.contains("?=") || text.indexOf('\ufffd') >= 0) {
                throw new RefusalException(Reason.INVALID, null, "a text of the request is not plain UTF-8");
            }
        }
    }

    private static List<String> clips(Job job, JobView view) throws IOException, InterruptedException {
        List<String> clips = new ArrayList<>();
        for (int i = 1; i <= view.request().count(); i++) {
            clips.add(Base64.getEncoder().encodeToString(Files.readAllBytes(job.drawnClip(i))));
        }
        return clips;
    }

    Reply status(Route route, RecordedRequest request) throws RefusalException, IOException, InterruptedException {
        ScriptedJob scripted = find(route.id());
        int poll = scripted.job().polled();
        ReplyMode mode = scripted.mode();
        Optional<Reply> trouble = gateway.trouble(mode, poll);
        if (trouble.isPresent()) {
            return trouble.get();
        }
        if (mode == ReplyMode.NOT_FOUND_AFTER_CREATE && poll <= 2) {
            throw new RefusalException(Reason.NOT_FOUND, null, "Video with id '" + route.id() + "' not found.");
        }
        if (mode == ReplyMode.UNAUTHORIZED_MID_POLL && poll >= 2) {
            throw new RefusalException(Reason.UNAUTHORIZED, null, "Incorrect API key provided.");
        }
        JobView view = StatusShapes.view(mode, scripted.job().view(clock));
        if (mode == ReplyMode.HUGE_CLIP_IN_STATUS && view.completed()) {
            return GatewayReplies.huge(scripted.job());
        }
        Links links = new Links(request.origin() + route.prefix());
        ObjectNode documented = route.generations()
                ? NewApi.envelope(view, links)
                : route.api().dialect().status(view, links);
        if (route.api().dialect().inlinesClips() && view.completed()) {
            route.api().dialect().inline(documented, clips(scripted.job(), view));
        }
        String signature = mode == ReplyMode.SIGNED_URL_EXPIRED && view.completed() ? scripted.newSignature() : "";
        int code = route.generations() ? 200 : route.api().dialect().statusCode(view);
        if (documented == null) {
            return Reply.text(code, "text/plain", "");
        }
        return json(mode, code, StatusShapes.status(mode, view, documented, links, signature));
    }

    /** The second look-up of an API that has one. */
    Reply result(Route route, RecordedRequest request) throws RefusalException, InterruptedException {
        ScriptedJob scripted = find(route.id());
        JobView view = StatusShapes.view(scripted.mode(), scripted.job().view(clock));
        return route.api().dialect().result(view, new Links(request.origin() + route.prefix()));
    }

    /** Takes a job out of the book; of one that is over nothing changes. */
    Reply cancel(Route route) throws RefusalException, InterruptedException {
        ScriptedJob scripted = find(route.id());
        JobState state = scripted.job().view(clock).state();
        if (state == JobState.COMPLETED || state == JobState.FAILED) {
            throw new RefusalException(Reason.INVALID, null, "the job is over");
        }
        jobs.remove(route.id());
        book.remove(scripted.job());
        return Reply.json(200, "{}");
    }

    private static Reply json(ReplyMode mode, int status, ObjectNode body) {
        Reply reply = Reply.json(status, body.toString());
        return mode == ReplyMode.GZIP ? reply.gzip() : reply;
    }

    Reply list(Route route, RecordedRequest request) throws RefusalException, InterruptedException {
        if (route.api().dialect().target(request).isPresent()) {
            List<JobView> views = new ArrayList<>();
            for (Job job : book.oldestFirst()) {
                views.add(0, job.view(clock));
            }
            return Reply.json(200, route.api().dialect().list(views).toString());
        }
        requireManagement(route);
        int limit = limit(request.parameter("limit").orElse("20"));
        String order = request.parameter("order").orElse("desc");
        if (!order.equals("asc") && !order.equals("desc")) {
            throw new RefusalException(Reason.INVALID, "order", "Invalid 'order': expected 'asc' or 'desc'.");
        }
        List<Job> all = new ArrayList<>(book.oldestFirst());
        if (order.equals("desc")) {
            Collections.reverse(all);
        }
        String after = request.parameter("after").orElse("");
        if (!after.isEmpty()) {
            find(after);
            int at = all.stream().map(Job::id).toList().indexOf(after);
            all = all.subList(at + 1, all.size());
        }
        List<Job> page = all.subList(0, Math.min(limit, all.size()));
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = reply.putArray("data");
        for (Job job : page) {
            data.add(route.api().dialect().status(job.view(clock), new Links(request.origin() + route.prefix())));
        }
        reply.put("first_id", page.isEmpty() ? null : page.get(0).id());
        reply.put("last_id", page.isEmpty() ? null : page.get(page.size() - 1).id());
        reply.put("has_more", all.size() > page.size());
        return Reply.json(200, reply.toString());
    }

    private static int limit(String text) throws RefusalException {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= 100) {
            return Integer.parseInt(text);
        }
        throw new RefusalException(
                Reason.INVALID, "limit", "Invalid 'limit': expected an integer from 0 to 100, but got '" + text + "'.");
    }

    Reply delete(Route route) throws RefusalException, InterruptedException {
        requireManagement(route);
        ScriptedJob scripted = find(route.id());
        JobState state = scripted.job().view(clock).state();
        if (state != JobState.COMPLETED && state != JobState.FAILED) {
            throw new RefusalException(
                    Reason.INVALID, null, "Video with id '" + route.id() + "' is still being processed.");
        }
        jobs.remove(route.id());
        book.remove(scripted.job());
        ObjectNode reply = JsonNodeFactory.instance
                .objectNode()
                .put("id", route.id())
                .put("object", "video.deleted")
                .put("deleted", true);
        return Reply.json(200, reply.toString());
    }

    private static void requireManagement(Route route) throws RefusalException {
        if (!route.api().dialect().managesJobs()) {
            throw new RefusalException(
                    Reason.NO_ROUTE, null, "the " + route.api() + " API neither lists nor deletes videos");
        }
    }
}
