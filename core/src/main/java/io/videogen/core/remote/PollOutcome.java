package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.reply.JobSnapshot;
import java.time.Duration;
import java.util.Optional;

/** How a status request ended. */
public sealed interface PollOutcome {

    /**
     * The API told the job's state.
     *
     * @param pollAfter the API's wish for the next poll (Retry-After, openai-poll-after-ms), at most two minutes
     */
    record Seen(JobSnapshot snapshot, Optional<Duration> pollAfter) implements PollOutcome {}

    /** Worth another try: no connection, 408, 425, 429, 5xx, a reply that broke off. */
    record Transient(String reason, Optional<Duration> retryAfter) implements PollOutcome {}

    /** The API does not know the job: not yet, not any more, or not for this token. */
    record NotFound(VideogenException error) implements PollOutcome {}

    /**
     * The API refuses to tell (401, 403, 400, 422), or something in between did. The job itself may be well.
     *
     * @param tries how many such replies in a row are needed before it counts; 1 where asking again will not help
     */
    record Refused(VideogenException error, int tries) implements PollOutcome {

        public Refused(VideogenException error) {
            this(error, 1);
        }
    }
}
