package io.videogen.core.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes when a test says so, in both directions. */
public class TestClock extends Clock {

    public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final Duration tick;
    private Instant now = START;

    public TestClock() {
        this(Duration.ZERO);
    }

    private TestClock(Duration tick) {
        this.tick = tick;
    }

    /** A clock on which so much time passes with every look. */
    public static TestClock ticking(Duration tick) {
        return new TestClock(tick);
    }

    public final synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    public final synchronized void set(Instant instant) {
        now = instant;
    }

    @Override
    public final synchronized Instant instant() {
        Instant seen = now;
        now = now.plus(tick);
        return seen;
    }

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
