package io.videogen.core.engine;

import io.videogen.core.reply.JobSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a machine remembers between steps for convenience; all of it can be asked for again. */
final class Memory {

    private static final int MOST_POINTS = 64;

    private final Map<String, JobSnapshot> completed = new ConcurrentHashMap<>();
    private final Map<String, List<PollView.Point>> progress = new ConcurrentHashMap<>();
    private final Map<String, Duration> lastSeen = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    void remember(String key, JobSnapshot snapshot) {
        completed.put(key, snapshot);
    }

    /** The snapshot that told the result addresses, or null after a restart or once they turned stale. */
    JobSnapshot completed(String key) {
        return completed.get(key);
    }

    void forgetAddresses(String key) {
        completed.remove(key);
    }

    /** Counts content that was refused or wrong, apart from outages: those say nothing of the content. */
    int refusedContent(String key) {
        return refusals.merge(key, 1, Integer::sum);
    }

    void forgetRefusals(String key) {
        refusals.remove(key);
    }

    void seenRunning(String key, Duration age) {
        lastSeen.put(key, age);
    }

    /** Age at which this process last saw the job running; absent right after a restart. */
    Optional<Duration> lastSeenRunning(String key) {
        return Optional.ofNullable(lastSeen.get(key));
    }

    void progressed(String key, Duration age, double percent) {
        progress.compute(key, (ignored, points) -> {
            List<PollView.Point> more = points == null ? new ArrayList<>() : new ArrayList<>(points);
            if (more.size() == MOST_POINTS) {
                more.remove(0);
            }
            more.add(new PollView.Point(age, percent));
            return more;
        });
    }

    List<PollView.Point> progress(String key) {
        return progress.getOrDefault(key, List.of());
    }

    void forget(String key) {
        completed.remove(key);
        progress.remove(key);
        lastSeen.remove(key);
        refusals.remove(key);
    }
}
