package io.videogen.core.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run has bought, or may have. */
final class Purchases {

    private final List<NewJob> jobs = new ArrayList<>();
    private final Map<String, Money> costs = new HashMap<>();

    synchronized void add(NewJob job) {
        jobs.add(job);
    }

    /** The API said what a job costs that may have been bought here. */
    synchronized void told(String key, Money cost) {
        costs.put(key, cost);
    }

    synchronized List<NewJob> all() {
        return jobs.stream()
                .map(job -> job.told(Optional.ofNullable(costs.get(job.key()))))
                .toList();
    }
}
