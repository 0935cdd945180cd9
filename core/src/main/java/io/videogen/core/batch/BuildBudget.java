package io.videogen.core.batch;

import io.videogen.core.advice.Message;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one build buys, counted over all its executions and modules, however many of them run at once. A plan takes its
 * jobs from it before the first is created; a job that several executions need is taken once. Thread-safe.
 */
public final class BuildBudget {

    private static final String PLANNED = "planned ";
    private static final String CREATED = "created ";
    private static final String CLOSED = "closed";

    private final Map<String, List<BigDecimal>> sums;

    public BuildBudget() {
        this(new HashMap<>());
    }

    /**
     * @param sums one map for all executions of a build, of JDK types, because Maven may load the plugin's classes
     *     once for each module
     */
    public BuildBudget(Map<String, List<BigDecimal>> sums) {
        this.sums = sums;
    }

    /**
     * Takes the jobs of a plan, or none of them: then the budget is closed, and no later plan gets anything.
     *
     * @return why they are too much
     */
    public Optional<String> plan(Collection<NewJob> jobs, SpendLimits limits) {
        synchronized (sums) {
            List<NewJob> added =
                    jobs.stream().filter(job -> !isKnown(job.key())).toList();
            if (added.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> broken = tooMuch(added, limits);
            if (broken.isPresent()) {
                sums.put(CLOSED, List.of(BigDecimal.ZERO, BigDecimal.ZERO));
                return broken;
            }
            added.forEach(job -> sums.put(PLANNED + job.key(), sums(job)));
            return Optional.empty();
        }
    }

    /**
     * Takes one job, just before it is created. One that was not planned, such as a second try, counts anew.
     *
     * @return why it is too much
     */
    Optional<String> take(NewJob job, SpendLimits limits) {
        synchronized (sums) {
            if (sums.remove(PLANNED + job.key()) == null) {
                Optional<String> broken = tooMuch(List.of(job), limits);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            String created = CREATED + job.key();
            for (int again = 2; sums.containsKey(created); again++) {
                created = CREATED + job.key() + " " + again;
            }
            sums.put(created, sums(job));
            return Optional.empty();
        }
    }

    /** Gives back what was planned and turned out not to be needed. */
    void giveBack(Collection<NewJob> jobs) {
        synchronized (sums) {
            jobs.forEach(job -> sums.remove(PLANNED + job.key()));
        }
    }

    private boolean isKnown(String key) {
        return sums.containsKey(PLANNED + key) || sums.containsKey(CREATED + key);
    }

    private Optional<String> tooMuch(List<NewJob> added, SpendLimits limits) {
        if (sums.containsKey(CLOSED)) {
            return Optional.of(Message.text(
                    "An earlier part of this build would have bought more than is allowed (%s), so nothing"
                            + " more is created.",
                    limits));
        }
        return limits.broken(added, sums.size() + added.size(), sum(0, added), sum(1, added));
    }

    private BigDecimal sum(int which, List<NewJob> added) {
        return Stream.concat(sums.values().stream(), added.stream().map(BuildBudget::sums))
                .map(each -> each.get(which))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Seconds and cost; what is unknown counts nothing, and is an error where there is a limit. */
    private static List<BigDecimal> sums(NewJob job) {
        return List.of(
                job.seconds().orElse(BigDecimal.ZERO),
                job.cost().map(Money::amount).orElse(BigDecimal.ZERO));
    }
}
