package io.videogen.core.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.api.Answer.Question;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.remote.CreateOutcome.Obstacle;
import io.videogen.core.remote.Judgement.Lasting;
import io.videogen.core.remote.Judgement.Reached;
import io.videogen.core.remote.Judgement.Speaker;
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

    private static final String DOING = Message.text("create the job");

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
        return judged(reply, meanings.error(Question.CREATE, request, reply));
    }

    private CreateOutcome judged(HttpReply reply, RemoteError error) {
        Judgement judgement = Judgement.of(reply, error, clock.instant());
        if (judgement.reached() == Reached.MAYBE) {
            return new CreateOutcome.Unknown(texts.phrase(reply, error));
        }
        if (judgement.lasting() == Lasting.FINAL) {
            return new CreateOutcome.Refused(texts.refusal(DOING, reply, error));
        }
        boolean front = judgement.speaker() == Speaker.BETWEEN;
        return new CreateOutcome.NotDelivered(
                front ? texts.originAway(reply, error) : texts.refusal(DOING, reply, error),
                RetryAfter.of(reply::header, clock.instant()),
                front ? Obstacle.FRONT : Obstacle.BUSY);
    }

    private CreateOutcome accepted(VideoRequest request, HttpReply reply) {
        Reply read;
        try {
            JsonNode json = meanings.of(Question.CREATE, request, reply).json();
            read = reader.read(json, Optional.empty(), request.clips(), contents);
        } catch (VideogenException e) {
            return new CreateOutcome.Unknown(texts.unreadable(reply, e));
        }
        if (read instanceof Reply.Problem problem) {
            return judged(reply, problem.error());
        }
        JobSnapshot job = ((Reply.Job) read).snapshot().toldBy(reader.beginning(reply.body()));
        JobSnapshot snapshot = reply.fromInside() ? job.fromInside() : job;
        if (snapshot.id().isEmpty()) {
            return snapshot.error()
                    .map(error -> judged(reply, error))
                    .orElseGet(() -> new CreateOutcome.Unknown(texts.withoutJob(reply)));
        }
        Optional<Duration> wish = PollReplies.wish(reply, clock.instant());
        // A job that is completed at once is asked for again, so that its result is read from a status reply; what the
        // reply itself holds would not come again.
        boolean again = resultsElsewhere && snapshot.status() == JobStatus.COMPLETED && !snapshot.isInlined();
        return new CreateOutcome.Accepted(snapshot.id().get(), again ? snapshot.unfinished() : snapshot, wish);
    }
}
