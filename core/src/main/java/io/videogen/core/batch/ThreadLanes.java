package io.videogen.core.batch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lanes of a fixed, small number of threads, however many jobs wait: one timer hands steps that are due to the workers
 * of their lane, which take them in order.
 */
final class ThreadLanes implements Lanes {

    private static final int SUBMITTERS = 8;
    private static final int POLLERS = 8;
    /** Each transfer has one more thread of its own. */
    private static final int DOWNLOADERS = 5;

    private static final int BEATERS = 2;

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ScheduledThreadPoolExecutor timer;
    private final Map<Lane, ThreadPoolExecutor> workers = new EnumMap<>(Lane.class);

    ThreadLanes() {
        timer = new ScheduledThreadPoolExecutor(1, named("timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        workers.put(Lane.SUBMIT, pool("submit", SUBMITTERS));
        workers.put(Lane.POLL, pool("poll", POLLERS));
        workers.put(Lane.DOWNLOAD, pool("download", DOWNLOADERS));
        workers.put(Lane.BEAT, pool("beat", BEATERS));
    }

    @Override
    public void after(Duration pause, Lane lane, Runnable step) {
        try {
            if (pause.isZero() || pause.isNegative()) {
                workers.get(lane).execute(step);
            } else {
                timer.schedule(() -> after(Duration.ZERO, lane, step), pause.toNanos(), TimeUnit.NANOSECONDS);
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
        workers.values().forEach(ExecutorService::shutdownNow);
    }

    @Override
    public void awaitStopped(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        boolean interrupted = Thread.interrupted();
        for (ExecutorService pool : workers.values()) {
            try {
                pool.awaitTermination(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadPoolExecutor pool(String lane, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), named(lane));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String lane) {
        AtomicInteger number = new AtomicInteger();
        return step -> {
            Thread thread = new Thread(step, "videogen-" + lane + "-" + number.incrementAndGet());
            // A build that ends must not hang on a worker that a hostile server keeps busy.
            thread.setDaemon(true);
            return thread;
        };
    }
}
