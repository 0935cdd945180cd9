package io.videogen.it.bench.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes as a simulation says. */
final class VirtualClock extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void forwardTo(Instant later) {
        now = later.isAfter(now) ? later : now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
