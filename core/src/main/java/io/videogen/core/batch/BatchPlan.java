package io.videogen.core.batch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The last line of the plan: {@code <N> new jobs, <M> new seconds}, and what they cost where prices are known. */
    public String summary() {
        return Spending.of(jobs).planned();
    }
}
