package io.videogen.core.engine;

import io.videogen.core.remote.RemoteJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What the renders at one endpoint share; thread-safe as far as its parts are.
 *
 * @param remote jobs at the endpoint
 * @param schedule when a job is asked for
 * @param pollInterval shortest wait between two polls of a job, unless the API wishes for less
 * @param random source of jitter
 * @param endpointJobs of all renders at the endpoint, those of other engines too
 */
public record Engine(
        RemoteJobs remote,
        PollSchedule schedule,
        Duration pollInterval,
        Clock clock,
        RandomGenerator random,
        EndpointJobs endpointJobs) {

    /** An engine that is the only one at its endpoint. */
    public Engine(
            RemoteJobs remote, PollSchedule schedule, Duration pollInterval, Clock clock, RandomGenerator random) {
        this(remote, schedule, pollInterval, clock, random, new EndpointJobs());
    }
}
