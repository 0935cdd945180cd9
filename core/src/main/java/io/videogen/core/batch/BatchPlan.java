package io.videogen.core.batch;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a run would do, found out without network and without creating anything.
 *
 * @param videos in the order they were declared
 * @param newJobs jobs that would be created; equal requests and several clips of one request count once
 * @param newSeconds sum of their lengths times the clips of each; a job without a length counts nothing
 */
public record BatchPlan(List<PlannedVideo> videos, int newJobs, BigDecimal newSeconds) {

    public BatchPlan {
        videos = List.copyOf(videos);
    }

    /** The last line of the plan: {@code <N> new jobs, <M> new seconds}. */
    public String summary() {
        return newJobs + " new jobs, " + newSeconds.toPlainString() + " new seconds";
    }
}
