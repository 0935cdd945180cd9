package io.videogen.core.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.api.Answer;
import io.videogen.core.api.Answer.Question;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.remote.Judgement.Lasting;
import io.videogen.core.remote.Judgement.Speaker;
import io.videogen.core.reply.Contents;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.reply.Meaning;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.Reply;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.reply.WrongPointerException;
import io.videogen.core.request.VideoRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Decides what a reply to a status request says of the job, and what it only says of the request. */
final class PollReplies {

    private static final int ACCEPTED = 202;
    private static final int TRIES_OF_A_TOKEN = 4;
    private static final int TRIES_THROUGH_A_FRONT = 10;
    private static final Duration LONGEST_WISH = Duration.ofMinutes(2);

    private final Meanings meanings;
    private final ReplyReader reader;
    private final Function<String, Contents> contents;
    private final ErrorTexts texts;
    private final Clock clock;

    PollReplies(
            Meanings meanings, ReplyReader reader, Function<String, Contents> contents, ErrorTexts texts, Clock clock) {
        this.meanings = meanings;
        this.reader = reader;
        this.contents = contents;
        this.texts = texts;
        this.clock = clock;
    }

    PollOutcome read(Question question, VideoRequest request, HttpReply reply, String jobId) {
        if (reply.status() == ACCEPTED && meanings.isBlank(reply)) {
            return running(reply);
        }
        Meaning meaning;
        try {
            meaning = meanings.of(question, request, reply);
        } catch (VideogenException e) {
            // An unreadable reply may be a proxy's or a restart's.
            return reply.isSuccess()
                    ? new PollOutcome.Transient(texts.unreadable(reply, e), Optional.empty())
                    : trouble(reply, jobId, reader.error(reply.body()));
        }
        if (meaning instanceof Meaning.Absent absent) {
            return new PollOutcome.NotFound(refusal(reply, jobId, reader.error(absent.json())));
        }
        if (meaning instanceof Meaning.Elsewhere elsewhere) {
            return new PollOutcome.Refused(texts.elsewhere(elsewhere).withJob(jobId));
        }
        if (meaning instanceof Meaning.Passing passing) {
            return transientTrouble(reply, reader.error(passing.json()));
        }
        return reply.isSuccess() || meaning instanceof Meaning.OfJob
                ? seen(reply, meaning.json(), jobId, request.clips(), reply.body())
                : trouble(reply, jobId, reader.error(meaning.json()));
    }

    /** Reads what a list says of one job; nothing where it says too little. */
    Optional<PollOutcome.Seen> listed(VideoRequest request, HttpReply reply, JsonNode item, String jobId) {
        Meaning meaning = meanings.api().meaning(new Answer(Question.STATUS, request, reply, item));
        if (meaning instanceof Meaning.Absent || meaning instanceof Meaning.Passing) {
            return Optional.empty();
        }
        byte[] words = item.toString().getBytes(StandardCharsets.UTF_8);
        return seen(reply, meaning.json(), jobId, request.clips(), words) instanceof PollOutcome.Seen seen
                ? Optional.of(seen)
                : Optional.empty();
    }

    private PollOutcome trouble(HttpReply reply, String jobId, RemoteError error) {
        Judgement judgement = Judgement.of(reply, error, clock.instant());
        int status = reply.status();
        boolean absent = status == 404 || status == 410 || status == 400 && ErrorWords.isAbsentJob(error);
        if (absent && judgement.speaker() != Speaker.BETWEEN) {
            return new PollOutcome.NotFound(refusal(reply, jobId, error));
        }
        // What a gateway refuses to submit it may still tell of.
        return judgement.lasting() == Lasting.PASSING || status >= 500
                ? transientTrouble(reply, error)
                : new PollOutcome.Refused(refusal(reply, jobId, error), tries(judgement, reply, error));
    }

    /** Some gateways refuse once between polls that work, and a page of a front says nothing of the job. */
    private static int tries(Judgement judgement, HttpReply reply, RemoteError error) {
        boolean token = reply.status() == 401 || reply.status() == 403 || ErrorWords.isToken(error);
        return judgement.speaker() == Speaker.BETWEEN ? TRIES_THROUGH_A_FRONT : token ? TRIES_OF_A_TOKEN : 1;
    }

    private PollOutcome transientTrouble(HttpReply reply, RemoteError error) {
        return new PollOutcome.Transient(texts.phrase(reply, error), RetryAfter.of(reply::header, clock.instant()));
    }

    /** 202 without a word: the job is under way. */
    private PollOutcome running(HttpReply reply) {
        JobSnapshot running = new JobSnapshot(
                Optional.empty(),
                JobStatus.RUNNING,
                reader.said("accepted"),
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new PollOutcome.Seen(running, wish(reply, clock.instant()));
    }

    /** The API's wish for the next poll. */
    static Optional<Duration> wish(HttpReply reply, Instant now) {
        return RetryAfter.millis(reply.header("openai-poll-after-ms"))
                .or(() -> RetryAfter.of(reply::header, now))
                .map(wish -> wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish);
    }

    /** @param words what of the reply may be shown */
    private PollOutcome seen(HttpReply reply, JsonNode json, String jobId, int clips, byte[] words) {
        Reply read;
        try {
            read = reader.read(json, Optional.of(jobId), clips, contents);
        } catch (WrongPointerException e) {
            return new PollOutcome.Refused(e.withJob(jobId), 1);
        } catch (VideogenException e) {
            // A reply that tells of no job may be a proxy's.
            return new PollOutcome.Transient(texts.unreadable(reply, e), Optional.empty());
        }
        if (read instanceof Reply.Problem problem) {
            return problem(reply, jobId, problem.error());
        }
        JobSnapshot snapshot = ((Reply.Job) read).snapshot().toldBy(reader.beginning(words));
        return new PollOutcome.Seen(
                reply.fromInside() ? snapshot.fromInside() : snapshot, wish(reply, clock.instant()));
    }

    private PollOutcome problem(HttpReply reply, String jobId, RemoteError error) {
        if (ErrorWords.isAbsentJob(error)) {
            return new PollOutcome.NotFound(refusal(reply, jobId, error));
        }
        return ErrorWords.isToken(error)
                ? new PollOutcome.Refused(refusal(reply, jobId, error), TRIES_OF_A_TOKEN)
                : transientTrouble(reply, error);
    }

    private VideogenException refusal(HttpReply reply, String jobId, RemoteError error) {
        return texts.refusal(Message.text("tell the state of job \"%s\"", jobId), reply, error)
                .withJob(jobId);
    }
}
