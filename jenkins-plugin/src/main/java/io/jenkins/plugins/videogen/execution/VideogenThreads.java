package io.jenkins.plugins.videogen.execution;

import hudson.init.Terminator;
import io.videogen.core.threads.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The threads that all waiting steps of this Jenkins share, in {@link Turns} by endpoint: one that never answers holds a
 * few of them and no more. Transfers have threads of their own, and more of them: a large clip must hold back neither polls nor
 * small clips. Aborts wait for none of them: each that is being settled has a thread of its own for that while.
 */
public final class VideogenThreads {
    /** With replies of 300 ms, 1,600 jobs are asked for every 15 s, and with virtual threads (Java 24) 12,800. */
    static final int MOST_CALLS_OF_A_LANE = DaemonThreads.areVirtual() ? 256 : 32;

    /** As many endpoints may be silent at once; with three, the third stopped all builds until its calls timed out. */
    static final int MOST_CALLS = 16 * MOST_CALLS_OF_A_LANE;

    static final int MOST_TRANSFERS = 64;
    static final int MOST_TRANSFERS_OF_A_LANE = 16;

    private static final Logger LOGGER = Logger.getLogger(VideogenThreads.class.getName());
    private static final long LONG_WAIT_SECONDS = 30;
    private static final long LONGEST_FAREWELL_SECONDS = 10;

    private static ScheduledThreadPoolExecutor timer;
    private static ExecutorService threads;
    private static ExecutorService transferThreads;
    private static ExecutorService farewells;
    private static Turns calls;
    private static Turns transfers;

    private VideogenThreads() {}

    /**
     * Runs a task later, when its turn comes.
     *
     * @param lane the endpoint that it talks to
     * @param transfer whether it moves a clip, and so may take minutes
     * @param waitsLong is told once if the turn does not come soon
     */
    static synchronized Future<?> schedule(
            String lane, Runnable task, Duration pause, boolean transfer, Runnable waitsLong) {
        open();
        Turn turn = new Turn(task, waitsLong);
        Turns turns = transfer ? transfers : calls;
        ScheduledThreadPoolExecutor clock = timer;
        turn.timer = clock.schedule(
                () -> {
                    turns.submit(lane, turn);
                    turn.tellIfItWaitsLong(clock);
                },
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
        return turn;
    }

    /** Runs what an abort has left to do, at once. */
    static synchronized void settle(Runnable task) {
        open();
        farewells.execute(task);
    }

    private static synchronized void open() {
        if (timer == null) {
            timer = DaemonThreads.timer("videogen timer");
            threads = DaemonThreads.waiting("videogen call");
            transferThreads = DaemonThreads.cached("videogen transfer");
            farewells = DaemonThreads.cached("videogen farewell");
            calls = new Turns(whileOpen(threads), MOST_CALLS, MOST_CALLS_OF_A_LANE);
            transfers = new Turns(whileOpen(transferThreads), MOST_TRANSFERS, MOST_TRANSFERS_OF_A_LANE);
        }
    }

    private static Executor whileOpen(ExecutorService pool) {
        return task -> {
            try {
                pool.execute(task);
            } catch (RejectedExecutionException e) {
                LOGGER.log(Level.FINE, "dropped at the shutdown; its state is on disk", e);
            }
        };
    }

    /**
     * What waits is dropped; its state is on disk, and the next start takes it up. A call under way may end, because a
     * submission that is cut off has an unknown outcome.
     */
    @Terminator
    public static void shutDown() throws InterruptedException {
        RenderLoop.shutDown();
        ExecutorService last;
        synchronized (VideogenThreads.class) {
            if (timer == null) {
                return;
            }
            last = threads;
            timer.shutdown();
            threads.shutdown();
            transferThreads.shutdown();
            farewells.shutdown();
            timer = null;
        }
        last.awaitTermination(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS);
    }

    /** A task from the moment it is wished for until it ends; cancelled at any time. */
    private static final class Turn extends FutureTask<Void> {
        private final Runnable waitsLong;
        private volatile Future<?> timer;
        private volatile boolean begun;

        Turn(Runnable task, Runnable waitsLong) {
            super(task, null);
            this.waitsLong = waitsLong;
        }

        void tellIfItWaitsLong(ScheduledThreadPoolExecutor clock) {
            if (!begun && !isDone()) {
                timer = clock.schedule(
                        () -> {
                            if (!begun && !isDone()) {
                                settle(waitsLong);
                            }
                        },
                        LONG_WAIT_SECONDS,
                        TimeUnit.SECONDS);
            }
        }

        @Override
        public void run() {
            begun = true;
            super.run();
        }

        @Override
        protected void done() {
            Future<?> waiting = timer;
            if (waiting != null) {
                waiting.cancel(false);
            }
        }
    }
}
