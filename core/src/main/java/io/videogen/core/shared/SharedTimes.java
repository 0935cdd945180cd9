package io.videogen.core.shared;

import java.time.Duration;

/**
 * The periods by which machines judge each other; all are measured on one machine's own clock.
 *
 * @param heartbeat how often the holder of a record changes it, to show that it lives
 * @param silence after so long without a change the holder counts as dead. Several heartbeats, so that a slow storage
 *     costs nobody a job: a take-over is safe at any time, but is work for both
 * @param claimIsFresh for so long after a claim a submission may leave without another look at the record
 */
public record SharedTimes(Duration heartbeat, Duration silence, Duration claimIsFresh) {

    public static final SharedTimes DEFAULT =
            new SharedTimes(Duration.ofSeconds(20), Duration.ofSeconds(90), Duration.ofSeconds(10));
}
