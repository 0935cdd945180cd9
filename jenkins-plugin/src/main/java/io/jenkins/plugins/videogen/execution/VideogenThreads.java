package io.jenkins.plugins.videogen.execution;

import hudson.init.Terminator;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that all waiting steps of this Jenkins share. Transfers have threads of their own: a large clip must
 * not hold back the polls of other builds. Aborts wait for none of them: each that is being settled has a thread of its own
 * for that while.
 */
public final class VideogenThreads {
    static final int MOST_CALLS = 8;
    static final int MOST_TRANSFERS = 6;

    private static final long LONGEST_FAREWELL_SECONDS = 10;

    private static ScheduledThreadPoolExecutor calls;
    private static ScheduledThreadPoolExecutor transfers;
    private static ExecutorService farewells;

    private VideogenThreads() {}

    /** Runs a task later, on a thread for short calls or on one for transfers. */
    static synchronized Future<?> schedule(Runnable task, Duration pause, boolean transfer) {
        open();
        return (transfer ? transfers : calls).schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs what an abort has left to do, at once. */
    static synchronized void settle(Runnable task) {
        open();
        farewells.execute(task);
    }

    private static synchronized void open() {
        if (calls == null) {
            calls = pool("videogen call", MOST_CALLS);
            transfers = pool("videogen transfer", MOST_TRANSFERS);
            farewells = Executors.newCachedThreadPool(daemons("videogen farewell"));
        }
    }

    /**
     * What waits is dropped; its state is on disk, and the next start takes it up. A call under way may end, because a
     * submission that is cut off has an unknown outcome.
     */
    @Terminator
    public static void shutDown() throws InterruptedException {
        ScheduledThreadPoolExecutor last;
        synchronized (VideogenThreads.class) {
            if (calls == null) {
                return;
            }
            last = calls;
            calls.shutdown();
            transfers.shutdown();
            farewells.shutdown();
            calls = null;
            transfers = null;
            farewells = null;
        }
        last.awaitTermination(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS);
    }

    private static ScheduledThreadPoolExecutor pool(String name, int threads) {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(threads, daemons(name));
        pool.setKeepAliveTime(30, TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        pool.setRemoveOnCancelPolicy(true);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return pool;
    }

    private static ThreadFactory daemons(String name) {
        return new NamingThreadFactory(new DaemonThreadFactory(), name);
    }
}
