package io.videogen.preview;

import io.videogen.preview.api.Api;
import io.videogen.preview.api.RefusalException;
import io.videogen.preview.api.RefusalException.Reason;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.http.UnreadableRequestException;
import io.videogen.preview.script.Fault;
import io.videogen.preview.script.Operation;
import io.videogen.preview.script.Script;
import java.util.Optional;
import java.util.UUID;

/** Takes every request: logs it, lets the script's fault have it, checks the token, and hands it on. */
final class Desk {
    private final Api api;
    private final Script script;
    private final RequestLog log;
    private final JobReplies jobs;
    private final ClipReplies clips;
    private final UploadReplies uploads;

    Desk(Api api, Script script, RequestLog log, JobReplies jobs, ClipReplies clips, UploadReplies uploads) {
        this.api = api;
        this.script = script;
        this.log = log;
        this.jobs = jobs;
        this.clips = clips;
        this.uploads = uploads;
    }

    Reply handle(Incoming incoming, UnreadableRequestException unreadable) throws Exception {
        RecordedRequest request = incoming.recorded();
        log.add(request);
        Route route = Route.of(request, api);
        Optional<Fault> fault = script.take(route.operation(), request);
        Fault.Handling handling = () -> answer(route, incoming, unreadable);
        Reply reply = fault.isPresent() ? fault.get().around(request, handling) : handling.handle();
        return reply.headers().containsKey("x-request-id")
                ? reply
                : reply.header("x-request-id", "req_" + UUID.randomUUID());
    }

    private Reply answer(Route route, Incoming incoming, UnreadableRequestException unreadable) throws Exception {
        RecordedRequest request = incoming.recorded();
        try {
            if (route.operation() == Operation.OTHER) {
                throw new RefusalException(
                        Reason.NO_ROUTE, null, "Invalid URL (" + request.method() + " " + request.path() + ")");
            }
            checkToken(route, request);
            if (unreadable != null) {
                Reason reason = unreadable.status() == Reason.TOO_LARGE.status() ? Reason.TOO_LARGE : Reason.INVALID;
                throw new RefusalException(reason, null, unreadable.getMessage());
            }
            return switch (route.operation()) {
                case CREATE -> jobs.create(route, incoming);
                case STATUS -> jobs.status(route, request);
                case LIST -> jobs.list(route, request);
                case RESULT -> jobs.result(route, request);
                case CANCEL -> jobs.cancel(route);
                case DELETE -> jobs.delete(route);
                case UPLOAD -> uploads.ask(route, incoming);
                case STORE -> uploads.store(route, incoming);
                case CONTENT -> clips.content(route, request);
                case THUMBNAIL -> clips.thumbnail(route, request);
                case FILE, OTHER -> clips.file(route, request);
            };
        } catch (RefusalException e) {
            return route.api().dialect().refuse(e);
        }
    }

    private void checkToken(Route route, RecordedRequest request) throws RefusalException {
        Optional<String> token = script.token();
        boolean open = token.isEmpty() || route.operation() == Operation.FILE || route.operation() == Operation.STORE;
        if (!open && !route.api().dialect().knows(request, token.get())) {
            throw new RefusalException(Reason.UNAUTHORIZED, null, "Incorrect API key provided.");
        }
    }
}
