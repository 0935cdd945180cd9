package io.videogen.core.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long one order has been worked on, and how long it may be. */
final class OrderTime {

    private final Clock clock;
    private final Duration limit;
    private Instant startedAt;

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

    Duration remaining() {
        return notNegative(limit.minus(elapsed()));
    }

    /** A clock may be set back. */
    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
