package io.videogen.core.batch;

import io.videogen.core.threads.Crew;
import io.videogen.core.threads.DaemonThreads;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Lanes whose threads follow the need: one timer hands steps that are due to the crew of their lane, which takes them in
 * order. How many wait for a reply at once is bounded in any case, and with it the connections.
 */
final class ThreadLanes implements Lanes {

    /** All jobs that a build may have in flight are to leave at once; their threads end with the last of them. */
    private static final int MOST_SUBMITTERS = 128;

    private static final int LEAST_SUBMITTERS = 8;

    /**
     * With replies of 300 ms, 24 threads ask for 1,200 jobs every 15 s, and for 2,400 within twice that; with what else
     * runs they stay within 32. Virtual threads need no such bound, and the server at the other end does.
     */
    private static final int MOST_POLLERS = DaemonThreads.areVirtual() ? 256 : 24;

    private static final int LEAST_DOWNLOADERS = 5;
    /** Each transfer has a thread and a megabyte of its own. */
    private static final int MOST_DOWNLOADERS = 32;

    private static final int BEATERS = 2;

    private final ScheduledThreadPoolExecutor timer = DaemonThreads.timer("videogen-timer");
    private final Map<Lane, Crew> crews = new EnumMap<>(Lane.class);

    /** @param concurrency how many jobs may be in flight at once */
    ThreadLanes(int concurrency) {
        int submitters = within(LEAST_SUBMITTERS, concurrency, MOST_SUBMITTERS);
        int downloaders = within(LEAST_DOWNLOADERS, concurrency, MOST_DOWNLOADERS);
        crews.put(Lane.SUBMIT, new Crew(DaemonThreads.waiting("videogen-submit"), submitters));
        crews.put(Lane.POLL, new Crew(DaemonThreads.waiting("videogen-poll"), MOST_POLLERS));
        crews.put(Lane.BEAT, new Crew(DaemonThreads.cached("videogen-beat"), BEATERS));
        crews.put(Lane.DOWNLOAD, new Crew(DaemonThreads.cached("videogen-download"), downloaders));
    }

    private static int within(int least, int wished, int most) {
        return Math.max(least, Math.min(wished, most));
    }

    @Override
    public void after(Duration pause, Lane lane, Runnable step) {
        try {
            if (pause.isZero() || pause.isNegative()) {
                crews.get(lane).execute(step);
            } else {
                timer.schedule(() -> crews.get(lane).execute(step), pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (RejectedExecutionException e) {
            // Closed: the run is over, and its report takes the video as it stands.
            return;
        }
    }

    @Override
    public void await(CountDownLatch done) throws InterruptedException {
        done.await();
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        crews.values().forEach(Crew::stop);
    }

    @Override
    public void awaitStopped(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        boolean interrupted = Thread.interrupted();
        for (Crew crew : crews.values()) {
            try {
                crew.awaitStopped(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
