package io.videogen.core.batch;

import io.videogen.core.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;

/** Lanes and a clock that jump from step to step: a test of half an hour takes no time. */
final class VirtualTime extends TestClock implements Lanes {

    private static final int MOST_STEPS = 100_000;

    private record Step(Instant at, long order, Lane lane, Runnable work) {}

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::order));
    private long order;
    private long taken;
    private boolean stopped;

    @Override
    public void after(Duration pause, Lane lane, Runnable step) {
        if (!stopped) {
            steps.add(new Step(instant().plus(pause), order++, lane, step));
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
                throw new AssertionError("The run goes in circles at " + instant());
            }
            if (step.at().isAfter(instant())) {
                set(step.at());
            }
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
}
