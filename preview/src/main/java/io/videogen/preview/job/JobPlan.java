package io.videogen.preview.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How a job will go.
 *
 * @param queueTime how long it stays queued
 * @param renderTime how long it then runs at least; it also waits for the drawing
 * @param pollsUntilDone it is not done before so many status requests
 * @param endless never done
 * @param failure fails in place of completing
 */
public record JobPlan(
        Duration queueTime, Duration renderTime, int pollsUntilDone, boolean endless, Optional<JobError> failure) {}
