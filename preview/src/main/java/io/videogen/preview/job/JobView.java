package io.videogen.preview.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A job at one moment.
 *
 * @param id of the job
 * @param number 1 for the first job of the server
 * @param request what was asked
 * @param state where it is
 * @param progress 0 to 100
 * @param createdAt when it was accepted
 * @param completedAt when it ended
 * @param error why it failed
 * @param bytes length of the first clip, 0 before it is drawn
 * @param polls status requests so far
 */
public record JobView(
        String id,
        int number,
        JobRequest request,
        JobState state,
        int progress,
        Instant createdAt,
        Optional<Instant> completedAt,
        Optional<JobError> error,
        long bytes,
        int polls) {

    /** Whether the clips can be had. */
    public boolean completed() {
        return state == JobState.COMPLETED;
    }

    /** The same job, but still running. */
    public JobView running(int percent) {
        return new JobView(
                id,
                number,
                request,
                JobState.RUNNING,
                percent,
                createdAt,
                Optional.empty(),
                Optional.empty(),
                0,
                polls);
    }

    /** The same job, but failed. */
    public JobView failed(JobError why) {
        return new JobView(
                id,
                number,
                request,
                JobState.FAILED,
                100,
                createdAt,
                Optional.of(createdAt),
                Optional.of(why),
                0,
                polls);
    }
}
