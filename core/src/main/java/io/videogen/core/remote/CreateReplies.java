package io.videogen.core.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.VideogenException;
import io.videogen.core.api.Answer.Question;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.reply.Contents;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.Reply;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.request.VideoRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Decides what became of a submission. In doubt a job may exist. */
final class CreateReplies {

    private static final String DOING = "create the job";

    private final Meanings meanings;
    private final ReplyReader reader;
    private final boolean resultsElsewhere;
    private final Function<String, Contents> contents;
    private final ErrorTexts texts;
    private final Clock clock;

    /**
     * @param reader without an artifactPointer, which is for status replies: a reply to a create request must give its
     *     id whatever else is in it
     * @param resultsElsewhere whether the result is read from a status reply alone
     */
    CreateReplies(
            Meanings meanings,
            ReplyReader reader,
            boolean resultsElsewhere,
            Function<String, Contents> contents,
            ErrorTexts texts,
            Clock clock) {
        this.meanings = meanings;
        this.reader = reader;
        this.resultsElsewhere = resultsElsewhere;
        this.contents = contents;
        this.texts = texts;
        this.clock = clock;
    }

    CreateOutcome read(VideoRequest request, HttpReply reply) {
        if (reply.isSuccess()) {
            return accepted(request, reply);
        }
        int status = reply.status();
        RemoteError error = error(request, reply);
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

    private RemoteError error(VideoRequest request, HttpReply reply) {
        try {
            return reader.error(meanings.of(Question.CREATE, request, reply).json());
        } catch (VideogenException e) {
            return reader.error(reply.body());
        }
    }

    private CreateOutcome accepted(VideoRequest request, HttpReply reply) {
        Reply read;
        try {
            JsonNode json = meanings.of(Question.CREATE, request, reply).json();
            read = reader.read(json, Optional.empty(), request.clips(), contents);
        } catch (VideogenException e) {
            return new CreateOutcome.Unknown("HTTP " + reply.status() + ", but " + e.getMessage());
        }
        if (read instanceof Reply.Problem problem) {
            return problem(reply, problem.error());
        }
        JobSnapshot job = ((Reply.Job) read).snapshot();
        JobSnapshot snapshot = reply.fromInside() ? job.fromInside() : job;
        if (snapshot.id().isEmpty()) {
            return snapshot.error()
                    .map(error -> problem(reply, error))
                    .orElseGet(() ->
                            new CreateOutcome.Unknown("HTTP " + reply.status() + ", but without the id of a job"));
        }
        Optional<Duration> wish = PollReplies.wish(reply, clock.instant());
        // A job that is completed at once is asked for again, so that its result is read from a status reply.
        boolean again = resultsElsewhere && snapshot.status() == JobStatus.COMPLETED;
        return new CreateOutcome.Accepted(snapshot.id().get(), again ? snapshot.unfinished() : snapshot, wish);
    }

    private CreateOutcome problem(HttpReply reply, RemoteError error) {
        return ErrorWords.isServerSide(error)
                ? new CreateOutcome.Unknown(texts.phrase(reply, error))
                : new CreateOutcome.Refused(texts.refusal(DOING, reply, error));
    }
}
