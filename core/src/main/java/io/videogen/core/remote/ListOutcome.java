package io.videogen.core.remote;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How the question for many jobs at once ended. */
public sealed interface ListOutcome {

    /** The API told of these jobs; of others that were asked for it said nothing. */
    record Told(Map<String, PollOutcome.Seen> jobs) implements ListOutcome {

        public Told {
            jobs = Map.copyOf(jobs);
        }
    }

    /** Worth another try. */
    record Transient(String reason, Optional<Duration> retryAfter) implements ListOutcome {}

    /** The API has no list that tells how jobs stand, or does not show it. */
    record NotPossible() implements ListOutcome {}
}
