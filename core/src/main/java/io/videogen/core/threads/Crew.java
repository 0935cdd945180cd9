package io.videogen.core.threads;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks in order, only so many at once. A pool of the JDK starts a thread for each task until it has its number,
 * even if others are idle; this one has as many as there is work for.
 */
public final class Crew implements Executor {

    private final ExecutorService threads;
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;
    private boolean stopped;

    /**
     * @param threads starts each task at once; is shut down with this
     * @param most how many tasks run at once
     */
    public Crew(ExecutorService threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** Runs a task when its turn comes; never, once {@link #stop()} was called. */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (stopped) {
                return;
            }
            if (running == most) {
                waiting.add(task);
                return;
            }
            running++;
            threads.execute(() -> work(task));
        }
    }

    private void work(Runnable first) {
        Runnable task = first;
        try {
            while (task != null) {
                task.run();
                task = next();
            }
        } finally {
            if (task != null) {
                // It threw, which ends this thread: the others are still owed their turns.
                Runnable rest = next();
                if (rest != null) {
                    threads.execute(() -> work(rest));
                }
            }
        }
    }

    private synchronized Runnable next() {
        Runnable next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }

    /** Interrupts what runs and drops what waits; does not wait. */
    public synchronized void stop() {
        stopped = true;
        waiting.clear();
        threads.shutdownNow();
    }

    /** Waits for what was interrupted, so long at most. */
    public void awaitStopped(Duration most) throws InterruptedException {
        threads.awaitTermination(most.toNanos(), TimeUnit.NANOSECONDS);
    }
}
