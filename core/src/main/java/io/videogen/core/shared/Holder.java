package io.videogen.core.shared;

import java.time.Instant;

/**
 * The build that works on a job.
 *
 * @param run id of this very run, which no other has
 * @param build name that a user knows the build by
 * @param host the machine
 * @param since when it took the job, by its own clock: to be shown, never to be compared
 */
public record Holder(String run, String build, String host, Instant since) {

    boolean isSameRun(Holder other) {
        return run.equals(other.run);
    }

    Holder at(Instant time) {
        return new Holder(run, build, host, time);
    }
}
