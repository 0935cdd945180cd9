package io.videogen.core.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a build works on one video. The one rule for all hosts: there is a limit for the job, counted from when the
 * build takes the video up, and the same once more for its files, counted from the first try of this process to fetch
 * them, because a clip that is completed is paid. Nothing is submitted once the time is up; a job that exists is asked
 * for once, however late it is.
 */
public final class Deadline {
    private final Clock clock;
    private final Instant forJob;
    private final Duration limit;
    private Instant fetchingSince;

    /**
     * @param forJob when the build stops waiting for the job; fixed by the host, so that it can outlive a restart
     * @param limit the longest wait, for the job and again for its files
     */
    public Deadline(Clock clock, Instant forJob, Duration limit) {
        this.clock = clock;
        this.forJob = forJob;
        this.limit = limit;
    }

    /** What is left for the job, or for its files once they are being fetched; never negative. */
    public Duration left() {
        Instant end = fetchingSince == null ? forJob : fetchingSince.plus(limit);
        Duration left = Duration.between(clock.instant(), end);
        // A clock that was set back must not make the wait longer than a whole one.
        return Backoff.clamp(left, Duration.ZERO, limit);
    }

    public boolean isOver() {
        return left().isZero();
    }

    /** Starts to count for the files; has no effect the second time. */
    void startFetching() {
        if (fetchingSince == null) {
            fetchingSince = clock.instant();
        }
    }
}
