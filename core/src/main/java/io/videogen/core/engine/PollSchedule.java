package io.videogen.core.engine;

import java.time.Duration;

/** Decides when a job is asked for next. Implementations are shared by all jobs of a build and are thread-safe. */
@FunctionalInterface
public interface PollSchedule {

    /** How long to wait from now until the next poll; always positive. */
    Duration next(PollView job);
}
