package io.videogen.core.threads;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * One task on a thread that others use before and after: it is interrupted and waited for as if the thread were its own,
 * and an interrupt that comes late meets nobody else.
 */
public final class Errand {

    private final Runnable task;
    private final CountDownLatch over = new CountDownLatch(1);
    private Thread thread;
    private boolean interrupted;

    private Errand(Runnable task) {
        this.task = task;
    }

    /** @param threads starts the task at once */
    public static Errand start(Executor threads, Runnable task) {
        Errand errand = new Errand(task);
        threads.execute(errand::run);
        return errand;
    }

    private void run() {
        begin(Thread.currentThread());
        try {
            task.run();
        } finally {
            end();
            over.countDown();
        }
    }

    private synchronized void begin(Thread own) {
        thread = own;
        if (interrupted) {
            own.interrupt();
        }
    }

    private synchronized void end() {
        thread = null;
        // Of this task; the thread goes on with another.
        Thread.interrupted();
    }

    /** Interrupts the task; one that has not begun begins interrupted. */
    public synchronized void interrupt() {
        interrupted = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Waits for its end, so long at most. */
    public void join(Duration most) throws InterruptedException {
        over.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }
}
