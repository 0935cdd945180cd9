package io.videogen.core.engine;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.CreateOutcome.Obstacle;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The steps around the one request that costs money. */
final class Submission {

    /** How often a create that met nobody is sent. */
    static final int MOST_CREATES = 6;
    /** The same where a front answers: about five minutes. */
    static final int MOST_CREATES_THROUGH_A_FRONT = 14;
    /** How often a list that does not show the job (yet) is asked again. */
    static final int MOST_EMPTY_LISTS = 3;

    /** How often somebody who was refused looks whether a job has ended; nothing is sent for that. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int MOST_FAILED_LISTS = 8;
    private static final Duration LOOKUP_PAUSE = Duration.ofSeconds(2);
    /** Until somebody may be able to tell whose a job is. */
    private static final Duration CLAIM_PAUSE = Duration.ofSeconds(1);

    private final Engine engine;
    private final Waiting waiting;
    private final Backoff backoff;
    private final JobOwners owners;
    /** Jobs that fitted and were others'. */
    private final Set<String> lost = new HashSet<>();

    private Instant nextTry = Instant.MIN;
    private long endedBefore;

    Submission(Engine engine, Waiting waiting, Backoff backoff, JobOwners owners) {
        this.engine = engine;
        this.waiting = waiting;
        this.backoff = backoff;
        this.owners = owners;
    }

    /** The state to record before a submission leaves. */
    RenderState arm(RenderState planned, Instant now) {
        // The key of a submission that provably did not arrive is kept: it is the same submission.
        String key = planned.submission().orElseGet(RenderState::newSubmission);
        return planned.change().phase(Phase.SUBMITTING).submission(key, now).build();
    }

    Advance submit(RemoteJobs remote, VideoRequest request, RenderState state) throws InterruptedException {
        CreateOutcome outcome = remote.create(request, state.submission().orElseThrow());
        if (outcome instanceof CreateOutcome.Accepted accepted) {
            RenderState next = state.change()
                    .phase(Phase.WAITING)
                    .jobId(accepted.jobId())
                    .attempts(0)
                    .build();
            return waiting.seen(
                    next,
                    accepted.snapshot(),
                    accepted.pollAfter(),
                    new RenderEvent.Submitted(accepted.jobId().toString()));
        }
        if (outcome instanceof CreateOutcome.NotDelivered undelivered) {
            return repeat(state, undelivered);
        }
        if (outcome instanceof CreateOutcome.Refused refused) {
            return Advance.to(failed(state, refused.error()), Duration.ZERO);
        }
        String reason = ((CreateOutcome.Unknown) outcome).reason();
        return Advance.to(
                state.change().attempts(0).lastReply(reason).build(), LOOKUP_PAUSE, new RenderEvent.LookingUp(reason));
    }

    private Advance repeat(RenderState state, CreateOutcome.NotDelivered undelivered) {
        int attempts = state.attempts() + 1;
        if (isGivenUp(undelivered.obstacle(), attempts)) {
            return Advance.to(failed(state, undelivered.error()), Duration.ZERO);
        }
        Duration wait = backoff.after(attempts, undelivered.retryAfter());
        boolean busy = undelivered.obstacle() == Obstacle.BUSY;
        nextTry = busy ? engine.clock().instant().plus(wait) : Instant.MIN;
        endedBefore = engine.endpointJobs().ended();
        return Advance.to(
                state.change().phase(Phase.PLANNED).attempts(attempts).build(),
                busy ? untilNextTry() : wait,
                new RenderEvent.Retrying("create", undelivered.error().getMessage(), wait, busy));
    }

    /** A busy API is there: how long it is asked is the deadline's to say. */
    private static boolean isGivenUp(Obstacle obstacle, int attempts) {
        return switch (obstacle) {
            case NO_CONNECTION -> attempts >= MOST_CREATES;
            case FRONT -> attempts >= MOST_CREATES_THROUGH_A_FRONT;
            case BUSY -> false;
        };
    }

    /** How long a submission that a busy API refused still waits before it looks again; zero when it may leave. */
    Duration untilNextTry() {
        Duration left = Duration.between(engine.clock().instant(), nextTry);
        if (left.isNegative() || engine.endpointJobs().ended() != endedBefore) {
            return Duration.ZERO;
        }
        return engine.endpointJobs().isAnyRunning() && left.compareTo(LOOK) > 0 ? LOOK : left;
    }

    /** Finds out what became of a submission whose reply was lost, without ever submitting a second job. */
    Advance lookUp(RemoteJobs remote, VideoRequest request, RenderState state) throws InterruptedException {
        LookupOutcome outcome = remote.lookUp(
                request,
                new Lookup(
                        state.submission().orElseThrow(),
                        state.submittedAt().orElseThrow(),
                        state.search(),
                        owners::isTaken));
        if (outcome instanceof LookupOutcome.More more) {
            return Advance.to(state.change().search(more.mark()).build(), Duration.ZERO);
        }
        if (outcome instanceof LookupOutcome.Transient trouble) {
            return again(
                    state,
                    MOST_FAILED_LISTS,
                    trouble.retryAfter(),
                    Message.text("The list of jobs could not be read: %s.", trouble.reason()));
        }
        return found(state.change().search(null).build(), outcome);
    }

    private Advance found(RenderState state, LookupOutcome outcome) {
        if (outcome instanceof LookupOutcome.Found found) {
            return adopt(state, found.jobId());
        }
        if (outcome instanceof LookupOutcome.NoneFits) {
            // A job can appear in the list a moment after it was accepted.
            return again(
                    state,
                    MOST_EMPTY_LISTS,
                    Optional.empty(),
                    Message.text("The API lists no job that fits, so probably none was created."));
        }
        if (outcome instanceof LookupOutcome.Ambiguous ambiguous) {
            if (!ambiguous.alike().isEmpty() && ambiguous.alike().size() <= owners.lost(state)) {
                return found(state, new LookupOutcome.Found(ambiguous.alike().get(0)));
            }
            return Advance.to(
                    unknown(state, Message.text("The API lists \"%s\" jobs that would fit.", ambiguous.candidates())),
                    Duration.ZERO);
        }
        return Advance.to(unknown(state, ((LookupOutcome.NotPossible) outcome).reason()), Duration.ZERO);
    }

    /** A job is this render's only once it has taken it. */
    private Advance adopt(RenderState state, Said jobId) {
        return switch (owners.take(jobId.toString())) {
            case OURS ->
                Advance.to(
                        state.change()
                                .phase(Phase.WAITING)
                                .jobId(jobId)
                                .attempts(0)
                                .build(),
                        Duration.ZERO,
                        new RenderEvent.Resumed(jobId.toString()));
            case NOT_KNOWN -> Advance.to(state, CLAIM_PAUSE);
            // Of many that search at once, each may lose one job after the other: that is no standstill.
            case ANOTHERS ->
                lost.add(jobId.toString())
                        ? Advance.to(state, CLAIM_PAUSE)
                        : again(
                                state,
                                MOST_EMPTY_LISTS,
                                Optional.empty(),
                                Message.text("The API finds the job \"%s\", which belongs to another video.", jobId));
        };
    }

    private Advance again(RenderState state, int most, Optional<Duration> wish, String lastWord) {
        int attempts = state.attempts() + 1;
        if (attempts >= most) {
            return Advance.to(unknown(state, lastWord), Duration.ZERO);
        }
        return Advance.to(state.change().attempts(attempts).build(), backoff.after(attempts + 1, wish));
    }

    static RenderState failed(RenderState state, VideogenException error) {
        return state.change().phase(Phase.FAILED).failure(Failure.of(error)).build();
    }

    private static RenderState unknown(RenderState state, String why) {
        String message = Message.text(
                "The submission of video \"%s\" left at %s for \"%s\", and its outcome is unknown: a job"
                        + " may exist and may have been paid.%s %s Look at the provider's list of jobs; %s.",
                state.name(),
                state.submittedAt().orElseThrow(),
                state.endpoint(),
                state.lastReply()
                        .map(words -> Message.text(" The last reply: %s.", words.replaceFirst("\\.$", "")))
                        .orElse(""),
                why,
                Advice.RESUBMIT);
        return state.change()
                .phase(Phase.UNKNOWN)
                .failure(new Failure(ErrorKind.UNKNOWN_OUTCOME, "unknown_outcome", message))
                .build();
    }
}
