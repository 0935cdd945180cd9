package io.videogen.maven.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ends work in order when the JVM is told to stop (Ctrl-C, an aborted CI build): the work is interrupted, and the JVM
 * stays until it has said what runs on.
 */
public final class ShutdownGuard {

    /** For last words; the interrupt has already waited for the work. */
    private static final long PATIENCE_MILLIS = 500;

    private ShutdownGuard() {}

    /**
     * Does the work on this thread.
     *
     * @param interrupt makes the work end and waits for it, two seconds at most; called from another thread
     */
    public static <T> T run(Runnable interrupt, Supplier<T> work) {
        CountDownLatch finished = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    interrupt.run();
                    await(finished);
                },
                "videogen-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            finished.countDown();
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is on its way down, and the hook has just been let go.
            return;
        }
    }

    private static void await(CountDownLatch finished) {
        try {
            finished.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
