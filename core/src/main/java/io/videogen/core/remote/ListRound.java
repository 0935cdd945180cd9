package io.videogen.core.remote;

import io.videogen.core.request.VideoRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One question for many jobs, and what it heard. */
final class ListRound {

    /** What asks; only the first that comes does. */
    interface Question {
        ListOutcome ask() throws InterruptedException;
    }

    private final Instant at;
    private final Duration fresh;
    private final Map<String, VideoRequest> wanted;
    private final Clock clock;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CompletableFuture<Optional<ListOutcome>> heard = new CompletableFuture<>();
    private volatile Instant end;
    private volatile Set<String> checked = Set.of();

    /**
     * @param fresh how long after the reply it still answers who comes
     * @param wanted the jobs asked for
     */
    ListRound(Instant at, Duration fresh, Map<String, VideoRequest> wanted, Clock clock) {
        this.at = at;
        this.fresh = fresh;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** When it was asked. */
    Instant at() {
        return at;
    }

    Map<String, VideoRequest> wanted() {
        return wanted;
    }

    /** Jobs that are asked for by themselves besides; said before anybody hears. */
    void toBeChecked(Set<String> jobIds) {
        checked = jobIds;
    }

    boolean isToBeChecked(String jobId) {
        return checked.contains(jobId);
    }

    /** Whether it can still answer for a job: it is under way, or just back. */
    boolean serves(String jobId, Instant now) {
        Instant back = end;
        return wanted.containsKey(jobId) && (back == null || now.isBefore(back.plus(fresh)));
    }

    /** Asks, or waits for what another thread hears; nothing if that one was interrupted. */
    Optional<ListOutcome> outcome(Question question) throws InterruptedException {
        if (asked.compareAndSet(false, true)) {
            try {
                heard.complete(Optional.of(question.ask()));
            } finally {
                end = clock.instant();
                // Has no effect where there is an outcome.
                heard.complete(Optional.empty());
            }
        }
        try {
            return heard.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("it is never completed so", e);
        }
    }
}
