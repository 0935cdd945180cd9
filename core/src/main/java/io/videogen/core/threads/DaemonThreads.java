package io.videogen.core.threads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads that no JVM waits for. */
public final class DaemonThreads {

    /**
     * Java 21 has them too, but until 24 (JEP 491) one that waits for the network inside a monitor keeps its carrier, of
     * which there are as many as cores: two jobs at a server that never answers would stop all others.
     */
    private static final int FIRST_WITH_VIRTUAL = 24;

    private static final long IDLE_SECONDS = 10;
    private static final boolean VIRTUAL = Runtime.version().feature() >= FIRST_WITH_VIRTUAL;

    private DaemonThreads() {}

    /** Whether {@link #waiting} makes virtual threads, of which thousands cost little. */
    public static boolean areVirtual() {
        return VIRTUAL;
    }

    /** A thread for each task at once: an idle one, else a new one. One that was idle for ten seconds ends. */
    public static ExecutorService cached(String name) {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named(name));
    }

    /** The same for tasks that mostly wait: on virtual threads where the JVM has them. */
    public static ExecutorService waiting(String name) {
        return VIRTUAL ? virtual(name) : cached(name);
    }

    /** One thread for what is due later; what is cancelled is dropped, and so is what waits when it is shut down. */
    public static ScheduledThreadPoolExecutor timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named(name));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return timer;
    }

    /** One thread for one task, already at work. */
    public static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static ExecutorService virtual(String name) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder$OfVirtual");
            type.getMethod("name", String.class, long.class).invoke(builder, name + "-", 1L);
            ThreadFactory factory = (ThreadFactory) type.getMethod("factory").invoke(builder);
            return (ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, factory);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Java " + Runtime.version() + " has no virtual threads", e);
        }
    }
}
