package io.videogen.film.make;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.threads.Crew;
import io.videogen.core.threads.DaemonThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does things side by side, and waits for all of them. */
public final class SideBySide implements AutoCloseable {

    private final Crew crew;

    /** @param processes that run at once */
    public SideBySide(int processes) {
        crew = new Crew(DaemonThreads.cached("videogen-film"), processes);
    }

    /**
     * Does all, and gives the results in order. After a failure what runs is finished, since it is kept, and nothing is
     * begun any more.
     */
    <T> List<T> all(List<? extends Callable<T>> tasks) {
        AtomicBoolean failed = new AtomicBoolean();
        List<FutureTask<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(new FutureTask<>(() -> {
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
        futures.forEach(crew::execute);
        List<T> results = new ArrayList<>();
        Throwable first = null;
        for (FutureTask<T> future : futures) {
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
        crew.stop();
    }
}
