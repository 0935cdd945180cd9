package io.videogen.core.engine;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.reply.Moderation;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The step that asks how a job stands. */
final class Waiting {

    /** A job may be unknown to the status route for a moment after it was accepted. */
    static final Duration TOLERATED_ABSENCE = Duration.ofSeconds(60);

    /** After so long a status that nobody knows, and that does not change, is worth a word. */
    static final Duration TOLERATED_STANDSTILL = Duration.ofMinutes(5);

    private static final Duration SHORTEST_WISH = Duration.ofMillis(100);
    private static final Duration LONGEST_WISH = Duration.ofMinutes(2);

    private final Engine engine;
    private final Backoff backoff;
    private final Memory memory;

    Waiting(Engine engine, Backoff backoff, Memory memory) {
        this.engine = engine;
        this.backoff = backoff;
        this.memory = memory;
    }

    Advance poll(RemoteJobs remote, VideoRequest request, RenderState state) throws InterruptedException {
        String jobId = state.jobId().orElseThrow();
        PollOutcome outcome = remote.poll(request, jobId);
        if (outcome instanceof PollOutcome.Seen seen) {
            memory.forgetRefusedPolls();
            return seen(state.change().attempts(0).build(), seen.snapshot(), seen.pollAfter());
        }
        if (outcome instanceof PollOutcome.Transient trouble) {
            return retry(heard(state, trouble.reason()), "poll", trouble.reason(), trouble.retryAfter());
        }
        if (outcome instanceof PollOutcome.NotFound absent) {
            return absent(state, absent.error());
        }
        return refused(state, (PollOutcome.Refused) outcome);
    }

    /** A refusal counts once it was said often enough in a row: some come between polls that work. */
    Advance refused(RenderState state, PollOutcome.Refused refused) {
        if (memory.refusedPoll() < refused.tries()) {
            return retry(state, "poll", refused.error().getMessage(), Optional.empty());
        }
        memory.forgetRefusedPolls();
        return Advance.stopped(state, refused.error());
    }

    private static RenderState heard(RenderState state, String words) {
        return state.change().lastReply(words).build();
    }

    /** Applies what a reply told of the job. */
    Advance seen(RenderState state, JobSnapshot snapshot, Optional<Duration> wish, RenderEvent... before) {
        List<RenderEvent> events = new ArrayList<>(List.of(before));
        String jobId = state.jobId().orElseThrow();
        OptionalInt percent = snapshot.progress().isPresent()
                ? OptionalInt.of((int) snapshot.progress().getAsDouble())
                : OptionalInt.empty();
        boolean changed = !state.statusWord().equals(Optional.of(snapshot.statusWord()))
                || !state.percent().equals(percent);
        RenderStateChange next =
                state.change().status(snapshot.statusWord(), percent).cost(snapshot.cost());
        if (snapshot.reply().isPresent()) {
            String words = snapshot.reply().get().toString();
            next.lastReply(words);
            events.add(new RenderEvent.Replied(words));
        }
        if (snapshot.status() == JobStatus.COMPLETED) {
            learn(state);
            memory.remember(snapshot);
            events.add(new RenderEvent.Downloading(jobId));
            next.phase(Phase.DOWNLOADING).attempts(0);
            if (state.completedAt().isEmpty()) {
                next.completedAt(engine.clock().instant());
            }
            return new Advance(next.build(), Duration.ZERO, events, Optional.empty());
        }
        if (changed) {
            events.add(new RenderEvent.Progressed(jobId, snapshot.statusWord(), percent));
        }
        if (snapshot.status().isFinal()) {
            next.phase(Phase.FAILED).failure(failure(state, snapshot));
            return new Advance(next.build(), Duration.ZERO, events, Optional.empty());
        }
        String standing = snapshot.statusWord() + " " + percent;
        if (snapshot.status() == JobStatus.UNLISTED
                && memory.standsStill(standing, engine.clock().instant(), TOLERATED_STANDSTILL)) {
            events.add(standstill(jobId, snapshot.statusWord()));
        }
        memory.seenRunning(age(state));
        if (snapshot.progress().isPresent()) {
            memory.progressed(age(state), snapshot.progress().getAsDouble());
        }
        return new Advance(next.build(), pause(state, wish), events, Optional.empty());
    }

    /** One more try of an operation on a job that is well; the host's deadline ends it. */
    Advance retry(RenderState state, String operation, String reason, Optional<Duration> wish) {
        int attempts = state.attempts() + 1;
        Duration wait = backoff.after(attempts, wish);
        return Advance.to(
                state.change().attempts(attempts).build(), wait, new RenderEvent.Retrying(operation, reason, wait));
    }

    private static RenderEvent standstill(String jobId, Said word) {
        return new RenderEvent.Warning(Message.text(
                "The status \"%s\" of job \"%s\" is none that is known, and has not changed for %s minutes: the job may"
                        + " be over. Look at it at the provider; it is waited for until the time is up.",
                word, jobId, TOLERATED_STANDSTILL.toMinutes()));
    }

    private Advance absent(RenderState state, VideogenException error) {
        if (state.submittedAt().isEmpty()) {
            // Named by a user, not submitted from here: it is there or it is not.
            return Advance.stopped(state, error);
        }
        if (age(state).compareTo(TOLERATED_ABSENCE) < 0) {
            return retry(state, "poll", Message.text("the job is not known there yet"), Optional.empty());
        }
        String message = Message.text(
                "%s The job was accepted earlier and may have been paid. If it is lost: %s.",
                error.getMessage(), Advice.RESUBMIT);
        RenderState lost = state.change()
                .phase(Phase.UNKNOWN)
                .failure(new Failure(ErrorKind.UNKNOWN_OUTCOME, "job_not_found", message))
                .build();
        return Advance.to(lost, Duration.ZERO);
    }

    private Duration pause(RenderState state, Optional<Duration> wish) {
        if (wish.isPresent()) {
            return Backoff.clamp(wish.get(), SHORTEST_WISH, LONGEST_WISH);
        }
        Duration next = engine.schedule().next(view(state));
        Duration alone = next.compareTo(engine.pollInterval()) < 0 ? engine.pollInterval() : next;
        return engine.remote().nextPoll(state.jobId().orElseThrow(), alone);
    }

    /** A job that ended while nobody looked, as between two runs, would teach a wrong length. */
    private void learn(RenderState state) {
        if (state.submittedAt().isEmpty()) {
            return;
        }
        memory.lastSeenRunning().ifPresent(running -> engine.schedule().completed(view(state), running));
    }

    private PollView view(RenderState state) {
        return new PollView(state.model(), age(state), memory.progress());
    }

    private Duration age(RenderState state) {
        Duration age = Duration.between(
                state.submittedAt().orElse(engine.clock().instant()),
                engine.clock().instant());
        // A clock that was set back must not make a job younger than nothing.
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static Failure failure(RenderState state, JobSnapshot snapshot) {
        RemoteError error = snapshot.error().orElse(RemoteError.NOTHING);
        String code =
                error.code().map(word -> Message.text(" (code \"%s\")", word)).orElse("");
        String said = error.message().isBlank()
                ? Message.text("The API gave no reason%s.", code)
                : Message.text("The API says: \"%s\"%s.", error.message(), code);
        String outcome =
                switch (snapshot.status()) {
                    case CANCELLED -> Message.text("was cancelled there");
                    case EXPIRED -> Message.text("expired there");
                    default -> Message.text("failed there");
                };
        boolean moderated = Moderation.isMeant(error);
        String advice = moderated ? " " + Moderation.advice() : Message.text(" Run the build again to submit it anew.");
        return new Failure(
                moderated ? ErrorKind.MODERATED : ErrorKind.JOB_FAILED,
                error.code()
                        .map(Said::toString)
                        .orElse(
                                moderated
                                        ? "moderation"
                                        : "job_" + snapshot.status().name().toLowerCase(Locale.ROOT)),
                Message.text(
                        "The job of video \"%s\" %s (status \"%s\"). %s%s",
                        state.name(), outcome, snapshot.statusWord(), said, advice));
    }
}
