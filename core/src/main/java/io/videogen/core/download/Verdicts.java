package io.videogen.core.download;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.http.HttpStream;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.http.Statuses;
import io.videogen.core.http.Token;
import java.time.Clock;
import java.util.Optional;

/** What a reply means that does not hold the file. */
final class Verdicts {

    private final Optional<Token> token;
    private final Clock clock;

    Verdicts(Optional<Token> token, Clock clock) {
        this.token = token;
        this.clock = clock;
    }

    /** Judges a reply by its status. */
    DownloadOutcome ofStatus(HttpStream reply, ReplyBody body, boolean own) {
        int status = reply.status();
        if (Statuses.passes(status)) {
            return new DownloadOutcome.Transient(
                    answered(status, body),
                    RetryAfter.of(reply::header, clock.instant()),
                    own && !body.message().isEmpty());
        }
        if (body.saysNotReady() || status == 202 || status == 204) {
            return new DownloadOutcome.NotReady(answered(status, body));
        }
        return own ? ofEndpoint(status, body) : ofElsewhere(status, body);
    }

    /** Judges text that came with a status of success. */
    DownloadOutcome ofText(HttpStream reply, ReplyBody body, boolean json, boolean own) {
        if (body.saysNotReady()) {
            return new DownloadOutcome.NotReady(answered(reply.status(), body));
        }
        if (body.saysExpired() && !own) {
            return new DownloadOutcome.Expired(answered(reply.status(), body));
        }
        String what = json ? Message.text("JSON without a usable address") : Message.text("a web page");
        String said = body.message().isEmpty() ? "" : ": " + body.message();
        return rejected(
                json ? body.code("json_instead_of_video") : "page_instead_of_video",
                "The clip's address answered with %s instead of the clip%s. %s; %s once the clip can be"
                        + " fetched: the job is kept.",
                what,
                said,
                json
                        ? Message.text("Look at the job at the provider")
                        : Message.text("A proxy or a login page may be in the way"),
                Advice.RUN_AGAIN);
    }

    static DownloadOutcome.Rejected rejected(String code, String text, Object... values) {
        return new DownloadOutcome.Rejected(
                VideogenException.of(ErrorKind.BAD_ARTIFACT, code).says(text, values));
    }

    private DownloadOutcome ofEndpoint(int status, ReplyBody body) {
        if (status == 404) {
            return new DownloadOutcome.NotReady(answered(status, body));
        }
        if (status == 401 || status == 403) {
            String hint = token.map(value -> Message.text(" The token came from %s.", value.source()))
                    .orElseGet(() -> Message.text(" No token was given."));
            return new DownloadOutcome.Rejected(VideogenException.of(ErrorKind.REFUSED, body.code("http_" + status))
                    .says("The API refused to hand over the clip: %s.%s", answered(status, body), hint));
        }
        if (status == 410 || body.saysExpired()) {
            return rejected(
                    body.code("content_expired"), "The API no longer has the clip: %s.", answered(status, body));
        }
        return unexpected(status, body);
    }

    private DownloadOutcome ofElsewhere(int status, ReplyBody body) {
        boolean expired = status == 401 || status == 403 || status == 404 || status == 410 || body.saysExpired();
        return expired ? new DownloadOutcome.Expired(answered(status, body)) : unexpected(status, body);
    }

    private DownloadOutcome unexpected(int status, ReplyBody body) {
        return rejected(body.code("http_" + status), "The clip cannot be fetched: %s.", answered(status, body));
    }

    private String answered(int status, ReplyBody body) {
        String text = Message.text("the server answered %s", status);
        return body.message().isEmpty() ? text : text + " \"" + body.message() + "\"";
    }
}
