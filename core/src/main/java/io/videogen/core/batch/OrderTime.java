package io.videogen.core.batch;

import io.videogen.core.engine.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long one order has been worked on, counted from when a worker was free for it, and how long it may be. */
final class OrderTime {

    private final Clock clock;
    private final Duration limit;
    private Instant startedAt;
    private Deadline deadline;

    OrderTime(Clock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /** Starts to count; has no effect the second time. */
    void start() {
        if (startedAt == null) {
            startedAt = clock.instant();
            deadline = new Deadline(clock, startedAt.plus(limit), limit);
        }
    }

    /** Time since the start; a clock may be set back. */
    Duration elapsed() {
        Duration elapsed = startedAt == null ? Duration.ZERO : Duration.between(startedAt, clock.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    Deadline deadline() {
        return deadline;
    }
}
