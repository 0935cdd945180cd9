package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.text.Said;
import java.time.Duration;
import java.util.Optional;

/** How a submission ended. */
public sealed interface CreateOutcome {

    /**
     * The API accepted the job.
     *
     * @param pollAfter the API's wish for the first poll
     */
    record Accepted(Said jobId, JobSnapshot snapshot, Optional<Duration> pollAfter) implements CreateOutcome {}

    /**
     * Provably not processed: no connection was made, or 429 (not a quota), or 503 with Retry-After, or a front could not
     * reach the API. Only this may be repeated.
     *
     * @param error what to report when all repeats are used up
     */
    record NotDelivered(VideogenException error, Optional<Duration> retryAfter, Obstacle obstacle)
            implements CreateOutcome {

        /** No connection was made. */
        public NotDelivered(VideogenException error, Optional<Duration> retryAfter) {
            this(error, retryAfter, Obstacle.NO_CONNECTION);
        }
    }

    /** What stood between a submission and the API: it says how long it is worth to try again. */
    enum Obstacle {
        /** Nothing answers there: soon given up, for the address may be wrong. */
        NO_CONNECTION,
        /** A front answers whose origin is away: tried for minutes, as long as a restart may take. */
        FRONT,
        /** The API is there and takes no more just now: tried for as long as the job is waited for. */
        BUSY
    }

    /** The API refused it; no job exists. */
    record Refused(VideogenException error) implements CreateOutcome {}

    /** The request may have been processed; whether a job exists is not known. */
    record Unknown(String reason) implements CreateOutcome {}
}
