package io.videogen.core.engine;

import java.time.Duration;

/** Decides when a job is asked for next. Implementations are shared by all jobs of a build and are thread-safe. */
@FunctionalInterface
public interface PollSchedule {

    /** How long to wait from now until the next poll; always positive. */
    Duration next(PollView job);

    /**
     * Tells that a job was found completed at the age in {@code job}.
     *
     * @param lastRunning age at which it was last seen running
     */
    default void completed(PollView job, Duration lastRunning) {}
}
