package io.videogen.core.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long one order has been worked on, and how long it may be: the limit is one for the job, and one more for its
 * files. What is counted for these starts when a worker is free for them, since waiting for one is none of their doing.
 */
final class OrderTime {

    private final Clock clock;
    private final Duration limit;
    private Instant startedAt;
    private Instant fetchingSince;

    OrderTime(Clock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /** Starts to count; has no effect the second time. */
    void start() {
        if (startedAt == null) {
            startedAt = clock.instant();
        }
    }

    Duration elapsed() {
        return startedAt == null ? Duration.ZERO : notNegative(Duration.between(startedAt, clock.instant()));
    }

    /** Starts to count for the files; has no effect the second time. */
    void startFetching() {
        if (fetchingSince == null) {
            fetchingSince = clock.instant();
        }
    }

    /** What is left for the job, or for its files once they are being fetched. */
    Duration remaining() {
        Duration spent =
                fetchingSince == null ? elapsed() : notNegative(Duration.between(fetchingSince, clock.instant()));
        return notNegative(limit.minus(spent));
    }

    /** A clock may be set back. */
    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
