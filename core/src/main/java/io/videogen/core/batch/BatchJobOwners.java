package io.videogen.core.batch;

import io.videogen.core.engine.JobOwners;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which remote jobs belong to which order, so that the search for a lost job never adopts one that is another's. */
final class BatchJobOwners {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ClipStore store;
    private final Clock clock;
    private final Map<String, String> keyByJob = new ConcurrentHashMap<>();
    private Set<String> onDisk = Set.of();
    private Instant readAt = Instant.EPOCH;

    BatchJobOwners(ClipStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whose jobs are, as the order with a key sees it. */
    JobOwners of(String key) {
        return new JobOwners() {
            @Override
            public boolean isTaken(String jobId) {
                return keyByJob.containsKey(jobId) || onDisk().contains(jobId);
            }

            @Override
            public Claim take(String jobId) {
                String owner = keyByJob.putIfAbsent(jobId, key);
                return Claim.of(owner == null || owner.equals(key));
            }
        };
    }

    /** Read only when a lost job is searched, and not for each candidate. */
    private synchronized Set<String> onDisk() {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH)) || readAt.isAfter(now)) {
            Set<String> ids = new HashSet<>();
            store.ledger().all().stream().map(RenderState::jobId).forEach(id -> id.ifPresent(ids::add));
            store.entries().forEach(entry -> entry.facts().jobId().ifPresent(ids::add));
            onDisk = ids;
            readAt = now;
        }
        return onDisk;
    }
}
