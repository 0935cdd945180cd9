package io.videogen.core.remote;

import io.videogen.core.text.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the search for a lost job ended. */
public sealed interface LookupOutcome {

    /** Exactly one job fits. */
    record Found(Said jobId) implements LookupOutcome {}

    /**
     * A page of the list was read, and there are more.
     *
     * @param mark where the next step of the search goes on; to be kept, so that it outlives the process
     */
    record More(String mark) implements LookupOutcome {}

    /** The API listed its jobs of that time, and none fits. */
    record NoneFits() implements LookupOutcome {}

    /**
     * More than one job fits, and nothing tells them apart.
     *
     * @param candidates how many they are
     * @param alike their ids, where each echoes all that a single one would have to; else none
     */
    record Ambiguous(int candidates, List<Said> alike) implements LookupOutcome {

        public Ambiguous {
            alike = List.copyOf(alike);
        }
    }

    /** The API has no list of jobs, or refuses to show it. */
    record NotPossible(String reason) implements LookupOutcome {}

    /** Worth another try. */
    record Transient(String reason, Optional<Duration> retryAfter) implements LookupOutcome {}
}
