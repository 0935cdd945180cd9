package io.videogen.core.engine;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The steps around the one request that costs money. */
final class Submission {

    /** How often a create that provably did not arrive is sent again. */
    static final int MOST_CREATES = 6;
    /** How often a list that does not show the job (yet) is asked again. */
    static final int MOST_EMPTY_LISTS = 3;

    private static final int MOST_FAILED_LISTS = 8;
    private static final Duration LOOKUP_PAUSE = Duration.ofSeconds(2);

    private final RemoteJobs remote;
    private final Waiting waiting;
    private final Backoff backoff;
    private final JobOwners owners;

    Submission(RemoteJobs remote, Waiting waiting, Backoff backoff, JobOwners owners) {
        this.remote = remote;
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

    Advance submit(VideoRequest request, RenderState state) throws InterruptedException {
        CreateOutcome outcome = remote.create(request, state.submission().orElseThrow());
        if (outcome instanceof CreateOutcome.Accepted accepted) {
            RenderState next = state.change()
                    .phase(Phase.WAITING)
                    .jobId(accepted.jobId())
                    .attempts(0)
                    .build();
            return waiting.seen(
                    next, accepted.snapshot(), accepted.pollAfter(), new RenderEvent.Submitted(accepted.jobId()));
        }
        if (outcome instanceof CreateOutcome.NotDelivered undelivered) {
            return repeat(state, undelivered);
        }
        if (outcome instanceof CreateOutcome.Refused refused) {
            return Advance.to(failed(state, refused.error()), Duration.ZERO);
        }
        String reason = ((CreateOutcome.Unknown) outcome).reason();
        return Advance.to(state.change().attempts(0).build(), LOOKUP_PAUSE, new RenderEvent.LookingUp(reason));
    }

    private Advance repeat(RenderState state, CreateOutcome.NotDelivered undelivered) {
        int attempts = state.attempts() + 1;
        if (attempts >= MOST_CREATES) {
            return Advance.to(failed(state, undelivered.error()), Duration.ZERO);
        }
        Duration wait = backoff.after(attempts, undelivered.retryAfter());
        return Advance.to(
                state.change().phase(Phase.PLANNED).attempts(attempts).build(),
                wait,
                new RenderEvent.Retrying(
                        Optional.empty(), "create", undelivered.error().getMessage(), wait));
    }

    /** Finds out what became of a submission whose reply was lost, without ever submitting a second job. */
    Advance lookUp(VideoRequest request, RenderState state) throws InterruptedException {
        LookupOutcome outcome = remote.lookUp(
                request, state.submission().orElseThrow(), state.submittedAt().orElseThrow(), owners::isTaken);
        if (outcome instanceof LookupOutcome.Found found) {
            RenderState next = state.change()
                    .phase(Phase.WAITING)
                    .jobId(found.jobId())
                    .attempts(0)
                    .build();
            return Advance.to(next, Duration.ZERO, new RenderEvent.Resumed(found.jobId()));
        }
        if (outcome instanceof LookupOutcome.NoneFits) {
            // A job can appear in the list a moment after it was accepted.
            return again(
                    state,
                    MOST_EMPTY_LISTS,
                    Optional.empty(),
                    "The API lists no job that fits, so probably none" + " was created.");
        }
        if (outcome instanceof LookupOutcome.Ambiguous ambiguous) {
            return Advance.to(
                    unknown(state, "The API lists \"" + ambiguous.candidates() + "\" jobs that would fit."),
                    Duration.ZERO);
        }
        if (outcome instanceof LookupOutcome.Transient trouble) {
            return again(
                    state,
                    MOST_FAILED_LISTS,
                    trouble.retryAfter(),
                    "The list of jobs could not be read: " + trouble.reason() + ".");
        }
        return Advance.to(unknown(state, ((LookupOutcome.NotPossible) outcome).reason()), Duration.ZERO);
    }

    private Advance again(RenderState state, int most, Optional<Duration> wish, String lastWord) {
        int attempts = state.attempts() + 1;
        if (attempts >= most) {
            return Advance.to(unknown(state, lastWord), Duration.ZERO);
        }
        return Advance.to(state.change().attempts(attempts).build(), backoff.after(attempts + 1, wish));
    }

    private static RenderState failed(RenderState state, VideogenException error) {
        return state.change().phase(Phase.FAILED).failure(Failure.of(error)).build();
    }

    private static RenderState unknown(RenderState state, String why) {
        String message = "The submission of video \"" + state.name() + "\" left at "
                + state.submittedAt().orElseThrow() + " for \"" + state.endpoint()
                + "\", and its outcome is unknown: a job may exist and may have been paid. " + why
                + " Look at the provider's list of jobs; " + Advice.RESUBMIT + ".";
        return state.change()
                .phase(Phase.UNKNOWN)
                .failure(new Failure(ErrorKind.UNKNOWN_OUTCOME, "unknown_outcome", message))
                .build();
    }
}
