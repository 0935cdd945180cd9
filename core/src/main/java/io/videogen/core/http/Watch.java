package io.videogen.core.http;

import io.videogen.core.threads.DaemonThreads;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Wakes threads that wait for a socket, which no interrupt does: it looks five times a second at who was interrupted or
 * is out of time, and breaks that exchange off. One thread for a whole transport, started by the first that waits.
 */
final class Watch implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;

    /** A thread in the middle of an exchange. */
    interface Wait {
        /** The thread that waits, or null while none does. */
        Thread thread();

        /** Whether its time is up. */
        boolean isLate();

        /** Makes it return. */
        void breakOff();

        /** Whether it is to return, late or interrupted. */
        default boolean isOver() {
            Thread thread = thread();
            return isLate() || thread != null && thread.isInterrupted();
        }
    }

    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private ScheduledExecutorService timer;

    /** @throws InterruptedException if the transport was closed */
    void add(Wait wait) throws InterruptedException {
        waits.add(wait);
        synchronized (this) {
            if (timer == null && !closed) {
                timer = DaemonThreads.timer("videogen-http-watch");
                timer.scheduleWithFixedDelay(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        if (closed) {
            waits.remove(wait);
            wait.breakOff();
            throw new InterruptedException("the transport was closed");
        }
    }

    void remove(Wait wait) {
        waits.remove(wait);
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether what this thread waits for is over, for one that can look by itself. */
    boolean isOver(Thread thread) {
        return closed || waits.stream().anyMatch(wait -> wait.thread() == thread && wait.isOver());
    }

    private void look() {
        waits.stream().filter(Wait::isOver).forEach(Wait::breakOff);
    }

    /** Breaks off all that waits, and all that is going to. */
    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.shutdownNow();
        }
        waits.forEach(Wait::breakOff);
    }
}
