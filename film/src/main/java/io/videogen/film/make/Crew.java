package io.videogen.film.make;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does things side by side. */
public final class Crew implements AutoCloseable {

    private final ExecutorService threads;

    /** @param processes that run at once */
    public Crew(int processes) {
        threads = Executors.newFixedThreadPool(processes, task -> {
            Thread thread = new Thread(task, "videogen-film");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does all, and gives the results in order. After a failure what runs is finished, since it is kept, and nothing is
     * begun any more.
     */
    <T> List<T> all(List<? extends Callable<T>> tasks) {
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(threads.submit(() -> {
                if (failed.get()) {
                    return null;
                }
                try {
                    return task.call();
                } catch (Exception e) {
                    failed.set(true);
                    throw e;
                }
            }));
        }
        List<T> results = new ArrayList<>();
        Throwable first = null;
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                first = first == null ? e.getCause() : first;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failed.set(true);
                throw new VideogenException(ErrorKind.INTERRUPTED, "interrupted", "The film was interrupted.", e);
            }
        }
        if (first instanceof VideogenException known) {
            throw known;
        }
        if (first != null) {
            throw new IllegalStateException(first);
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
