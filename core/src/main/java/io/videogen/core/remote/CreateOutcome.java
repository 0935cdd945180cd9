package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.reply.JobSnapshot;
import java.time.Duration;
import java.util.Optional;

/** How a submission ended. */
public sealed interface CreateOutcome {

    /**
     * The API accepted the job.
     *
     * @param pollAfter the API's wish for the first poll
     */
    record Accepted(String jobId, JobSnapshot snapshot, Optional<Duration> pollAfter) implements CreateOutcome {}

    /**
     * Provably not processed: no connection was made, or 429 (not a quota), or 503 with Retry-After. Only this may be
     * repeated.
     *
     * @param error what to report when all repeats are used up
     */
    record NotDelivered(VideogenException error, Optional<Duration> retryAfter) implements CreateOutcome {}

    /** The API refused it; no job exists. */
    record Refused(VideogenException error) implements CreateOutcome {}

    /** The request may have been processed; whether a job exists is not known. */
    record Unknown(String reason) implements CreateOutcome {}
}
