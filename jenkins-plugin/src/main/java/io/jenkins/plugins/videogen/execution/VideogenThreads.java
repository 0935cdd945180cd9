package io.jenkins.plugins.videogen.execution;

import hudson.init.Terminator;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that all waiting steps of this Jenkins share. Transfers have threads of their own: a large clip must
 * not hold back the polls of other builds.
 */
public final class VideogenThreads {
    static final int MOST_CALLS = 8;
    static final int MOST_TRANSFERS = 6;

    private static final long LONGEST_FAREWELL_SECONDS = 10;

    private static ScheduledThreadPoolExecutor calls;
    private static ScheduledThreadPoolExecutor transfers;

    private VideogenThreads() {}

    /** Runs a task later, on a thread for short calls or on one for transfers. */
    static synchronized Future<?> schedule(Runnable task, Duration pause, boolean transfer) {
        if (calls == null) {
            calls = pool("videogen call", MOST_CALLS);
            transfers = pool("videogen transfer", MOST_TRANSFERS);
        }
        return (transfer ? transfers : calls).schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
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
            calls = null;
            transfers = null;
        }
        last.awaitTermination(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS);
    }

    private static ScheduledThreadPoolExecutor pool(String name, int threads) {
        ScheduledThreadPoolExecutor pool =
                new ScheduledThreadPoolExecutor(threads, new NamingThreadFactory(new DaemonThreadFactory(), name));
        pool.setKeepAliveTime(30, TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        pool.setRemoveOnCancelPolicy(true);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return pool;
    }
}
