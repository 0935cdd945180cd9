package io.videogen.it.bench.waiting;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/** Looks at the JVM ten times a second, and once when nothing but waiting is left. */
final class Gauge extends Thread {

    private static final long PAUSE_MILLIS = 100;
    /**
     * Threads of the submissions end when they have been idle for ten seconds, and those on which OkHttp made their
     * connections after a minute. Seen twelve seconds after the last submission, up to 41 of them were counted as if they
     * waited too.
     */
    private static final long SETTLED_MILLIS = 65_000;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Supplier<WatchedJobs> watched;
    private final int jobs;
    private volatile long mostHeap;
    private volatile long liveHeap;
    private volatile int waitingThreads;

    /** @param watched gives null until the remote side is open */
    Gauge(Supplier<WatchedJobs> watched, int jobs) {
        super("gauge");
        this.watched = watched;
        this.jobs = jobs;
        setDaemon(true);
    }

    /** Bytes, garbage included. */
    long mostHeap() {
        return mostHeap;
    }

    /** Bytes that are left without garbage while all jobs wait. */
    long liveHeap() {
        return liveHeap;
    }

    /** Most threads of the whole JVM, this one included, while all jobs wait and none is submitted any more. */
    int waitingThreads() {
        return waitingThreads;
    }

    @Override
    public void run() {
        long waitingMillis = 0;
        try {
            while (true) {
                Thread.sleep(PAUSE_MILLIS);
                mostHeap = Math.max(mostHeap, memory.getHeapMemoryUsage().getUsed());
                if (watched.get() == null || watched.get().waiting() < jobs) {
                    continue;
                }
                if (waitingMillis == 0) {
                    System.gc();
                    liveHeap = memory.getHeapMemoryUsage().getUsed();
                }
                waitingMillis += PAUSE_MILLIS;
                if (waitingMillis > SETTLED_MILLIS) {
                    waitingThreads = Math.max(waitingThreads, threads.getThreadCount());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
