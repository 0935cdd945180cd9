package io.videogen.core.batch;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run would do, found out without network and without creating anything.
 *
 * @param videos in the order they were declared
 * @param jobs what would be created; equal requests and several clips of one request are one job
 */
public record BatchPlan(List<PlannedVideo> videos, List<NewJob> jobs) {

    public BatchPlan {
        videos = List.copyOf(videos);
        jobs = List.copyOf(jobs);
    }

    /** The plans of several executions as one of the whole build: a job that several of them need counts once. */
    public static BatchPlan total(Collection<BatchPlan> plans) {
        Map<String, NewJob> jobs = new LinkedHashMap<>();
        plans.forEach(plan -> plan.jobs().forEach(job -> jobs.putIfAbsent(job.key(), job)));
        return new BatchPlan(
                plans.stream().flatMap(plan -> plan.videos().stream()).toList(), List.copyOf(jobs.values()));
    }

    /** How many jobs would be created. */
    public int newJobs() {
        return jobs.size();
    }

    /** Sum of their lengths times the clips of each; a job without a length counts nothing. */
    public BigDecimal newSeconds() {
        return jobs.stream()
                .map(NewJob::seconds)
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    /** The last line of the plan: {@code <N> new jobs, <M> new seconds}. */
    public String summary() {
        return newJobs() + " new jobs, " + newSeconds().toPlainString() + " new seconds";
    }
}
