package io.videogen.core.batch;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one build buys, counted over all its executions and modules, however many of them run at once. A plan takes its
 * jobs from it before the first is created; a job that several executions need is taken once. Thread-safe.
 */
public final class BuildBudget {

    private static final String PLANNED = "planned ";
    private static final String CREATED = "created ";
    private static final String CLOSED = "closed";

    private final Map<String, BigDecimal> seconds;

    public BuildBudget() {
        this(new HashMap<>());
    }

    /**
     * @param seconds one map for all executions of a build, of JDK types, because Maven may load the plugin's classes
     *     once for each module
     */
    public BuildBudget(Map<String, BigDecimal> seconds) {
        this.seconds = seconds;
    }

    /**
     * Takes the jobs of a plan, or none of them: then the budget is closed, and no later plan gets anything.
     *
     * @return why they are too much
     */
    public Optional<String> plan(Collection<NewJob> jobs, SpendLimits limits) {
        synchronized (seconds) {
            List<NewJob> added =
                    jobs.stream().filter(job -> !isKnown(job.key())).toList();
            if (added.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> broken = tooMuch(added, limits);
            if (broken.isPresent()) {
                seconds.put(CLOSED, BigDecimal.ZERO);
                return broken;
            }
            added.forEach(job -> seconds.put(PLANNED + job.key(), length(job)));
            return Optional.empty();
        }
    }

    /**
     * Takes one job, just before it is created. One that was not planned, such as a second try, counts anew.
     *
     * @return why it is too much
     */
    Optional<String> take(NewJob job, SpendLimits limits) {
        synchronized (seconds) {
            if (seconds.remove(PLANNED + job.key()) == null) {
                Optional<String> broken = tooMuch(List.of(job), limits);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            String created = CREATED + job.key();
            for (int again = 2; seconds.containsKey(created); again++) {
                created = CREATED + job.key() + " " + again;
            }
            seconds.put(created, length(job));
            return Optional.empty();
        }
    }

    /** Gives back what was planned and turned out not to be needed. */
    void giveBack(Collection<NewJob> jobs) {
        synchronized (seconds) {
            jobs.forEach(job -> seconds.remove(PLANNED + job.key()));
        }
    }

    private boolean isKnown(String key) {
        return seconds.containsKey(PLANNED + key) || seconds.containsKey(CREATED + key);
    }

    private Optional<String> tooMuch(List<NewJob> added, SpendLimits limits) {
        if (seconds.containsKey(CLOSED)) {
            return Optional.of("An earlier part of this build would have bought more than is allowed (" + limits
                    + "), so nothing more is created.");
        }
        BigDecimal sum = seconds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return limits.broken(
                added,
                seconds.size() + added.size(),
                added.stream().map(BuildBudget::length).reduce(sum, BigDecimal::add));
    }

    private static BigDecimal length(NewJob job) {
        return job.seconds().orElse(BigDecimal.ZERO);
    }
}
