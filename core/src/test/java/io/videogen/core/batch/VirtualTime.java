package io.videogen.core.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;

/** Lanes and a clock that jump from step to step: a test of half an hour takes no time. */
final class VirtualTime extends Clock implements Lanes {

    private static final int MOST_STEPS = 100_000;

    private record Step(Instant at, long order, Lane lane, Runnable work) {}

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::order));
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private long order;
    private long taken;
    private boolean stopped;

    @Override
    public void after(Duration pause, Lane lane, Runnable step) {
        if (!stopped) {
            steps.add(new Step(now.plus(pause), order++, lane, step));
        }
    }

    @Override
    public void await(CountDownLatch done) throws InterruptedException {
        while (done.getCount() > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Step step = steps.remove();
            if (taken++ > MOST_STEPS) {
                throw new AssertionError("The run goes in circles at " + now);
            }
            now = step.at().isAfter(now) ? step.at() : now;
            step.work().run();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        steps.clear();
    }

    @Override
    public void awaitStopped(Duration most) {}

    /** Lanes for the next run on the same clock. */
    VirtualTime restarted() {
        stopped = false;
        return this;
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
        return this;
    }
}
