package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.reply.Contents;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.Reply;
import io.videogen.core.reply.ReplyReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Decides what a reply to a status request says of the job, and what it only says of the request. */
final class PollReplies {

    private static final Duration LONGEST_WISH = Duration.ofMinutes(2);

    private final ReplyReader reader;
    private final Function<String, Contents> contents;
    private final ErrorTexts texts;
    private final Clock clock;

    PollReplies(ReplyReader reader, Function<String, Contents> contents, ErrorTexts texts, Clock clock) {
        this.reader = reader;
        this.contents = contents;
        this.texts = texts;
        this.clock = clock;
    }

    PollOutcome read(HttpReply reply, String jobId, int clips) {
        if (reply.isSuccess()) {
            return seen(reply, jobId, clips);
        }
        RemoteError error = reader.error(reply.body());
        int status = reply.status();
        if (status == 404 || status == 410 || status == 400 && ErrorWords.isAbsentJob(error)) {
            return new PollOutcome.NotFound(refusal(reply, jobId, error));
        }
        boolean passing = status == 408 || status == 425 || status == 429 || status >= 500;
        return passing
                ? new PollOutcome.Transient(texts.phrase(reply, error), RetryAfter.of(reply::header, clock.instant()))
                : new PollOutcome.Refused(refusal(reply, jobId, error));
    }

    /** The API's wish for the next poll. */
    static Optional<Duration> wish(HttpReply reply, Instant now) {
        return RetryAfter.millis(reply.header("openai-poll-after-ms"))
                .or(() -> RetryAfter.of(reply::header, now))
                .map(wish -> wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish);
    }

    private PollOutcome seen(HttpReply reply, String jobId, int clips) {
        Reply read;
        try {
            read = reader.read(reply.body(), Optional.of(jobId), clips, contents);
        } catch (VideogenException e) {
            // A wrong pointer stays wrong; any other unreadable reply may be a proxy's or a restart's.
            return e.code().equals("artifact_pointer")
                    ? new PollOutcome.Refused(e.withJob(jobId))
                    : new PollOutcome.Transient(e.getMessage(), Optional.empty());
        }
        if (read instanceof Reply.Problem problem) {
            return problem(reply, jobId, problem.error());
        }
        return new PollOutcome.Seen(((Reply.Job) read).snapshot(), wish(reply, clock.instant()));
    }

    private PollOutcome problem(HttpReply reply, String jobId, RemoteError error) {
        if (ErrorWords.isAbsentJob(error)) {
            return new PollOutcome.NotFound(refusal(reply, jobId, error));
        }
        return ErrorWords.isToken(error)
                ? new PollOutcome.Refused(refusal(reply, jobId, error))
                : new PollOutcome.Transient(texts.phrase(reply, error), RetryAfter.of(reply::header, clock.instant()));
    }

    private VideogenException refusal(HttpReply reply, String jobId, RemoteError error) {
        return texts.refusal("tell the state of job \"" + jobId + "\"", reply, error)
                .withJob(jobId);
    }
}
