package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.http.Token;
import io.videogen.core.reply.Contents;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.Reply;
import io.videogen.core.reply.ReplyReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides what became of a submission. In doubt a job may exist. */
final class CreateReplies {

    private static final String DOING = "create the job";

    private final ReplyReader reader;
    private final boolean resultsElsewhere;
    private final Function<String, Contents> contents;
    private final ErrorTexts texts;
    private final Clock clock;

    CreateReplies(
            Endpoint endpoint,
            Optional<Token> token,
            Optional<String> artifactPointer,
            Function<String, Contents> contents,
            ErrorTexts texts,
            Clock clock) {
        // The pointer is for status replies; a reply to a create request must give its id whatever else is in it.
        this.reader = new ReplyReader(endpoint, token, Optional.empty());
        this.resultsElsewhere = artifactPointer.isPresent();
        this.contents = contents;
        this.texts = texts;
        this.clock = clock;
    }

    CreateOutcome read(HttpReply reply, int clips) {
        if (reply.isSuccess()) {
            return accepted(reply, clips);
        }
        int status = reply.status();
        RemoteError error = reader.error(reply.body());
        Optional<Duration> wish = RetryAfter.of(reply::header, clock.instant());
        boolean busy = status == 429 && !ErrorWords.isQuota(error) || status == 503 && wish.isPresent();
        if (busy) {
            return new CreateOutcome.NotDelivered(texts.refusal(DOING, reply, error), wish);
        }
        boolean maybeProcessed = status >= 500 || status == 408 || status == 303 || status < 200;
        return maybeProcessed
                ? new CreateOutcome.Unknown(texts.phrase(reply, error))
                : new CreateOutcome.Refused(texts.refusal(DOING, reply, error));
    }

    private CreateOutcome accepted(HttpReply reply, int clips) {
        Reply read;
        try {
            read = reader.read(reply.body(), Optional.empty(), clips, contents);
        } catch (VideogenException e) {
            return new CreateOutcome.Unknown("HTTP " + reply.status() + ", but " + e.getMessage());
        }
        if (read instanceof Reply.Problem problem) {
            return problem(reply, problem.error());
        }
        JobSnapshot snapshot = ((Reply.Job) read).snapshot();
        if (snapshot.id().isEmpty()) {
            return snapshot.error()
                    .map(error -> problem(reply, error))
                    .orElseGet(() ->
                            new CreateOutcome.Unknown("HTTP " + reply.status() + ", but without the id of a job"));
        }
        Optional<Duration> wish = PollReplies.wish(reply, clock.instant());
        return new CreateOutcome.Accepted(
                snapshot.id().get(), resultsElsewhere ? unfinished(snapshot) : snapshot, wish);
    }

    private CreateOutcome problem(HttpReply reply, RemoteError error) {
        return ErrorWords.isServerSide(error)
                ? new CreateOutcome.Unknown(texts.phrase(reply, error))
                : new CreateOutcome.Refused(texts.refusal(DOING, reply, error));
    }

    /** A job that is completed at once is asked for again, so that its result is read from a status reply. */
    private static JobSnapshot unfinished(JobSnapshot snapshot) {
        if (snapshot.status() != JobStatus.COMPLETED) {
            return snapshot;
        }
        return new JobSnapshot(
                snapshot.id(),
                JobStatus.RUNNING,
                snapshot.statusWord(),
                snapshot.progress(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                snapshot.model(),
                snapshot.prompt(),
                snapshot.createdAt());
    }
}
