package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.time.Clock;
import java.util.List;

/**
 * Many videos in one build: {@link #plan} tells what would be done, {@link #run} does it. An object serves one run;
 * {@link #interrupt()} may be called from any thread.
 */
public final class VideoBatch implements AutoCloseable {

    private final BatchSettings settings;
    private final RemoteFactory remote;
    private final BatchListener listener;
    private final Clock clock;

    public VideoBatch(BatchSettings settings, RemoteFactory remote, BatchListener listener, Clock clock) {
        this.settings = settings;
        this.remote = remote;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Tells what a run would do. Sends nothing and creates nothing on disk.
     *
     * @throws VideogenException for a mistake in the declaration
     */
    public BatchPlan plan(List<VideoTask> tasks) {
        throw new VideogenException(ErrorKind.STORAGE, "not_built", "Not part of this build: " + settings + clock);
    }

    /**
     * Renders, resumes or takes from the store, and delivers. One failed video never loses the others; each is in the
     * report with its own outcome. When the thread is interrupted, the report says so and the thread's flag is set.
     *
     * @throws VideogenException for a mistake in the declaration, a spend guard, or an output folder that can not be
     *     written, before anything was sent
     */
    public BatchReport run(List<VideoTask> tasks) {
        throw new VideogenException(ErrorKind.STORAGE, "not_built", "Not part of this build: " + remote + listener);
    }

    /** Stops a run within two seconds: what is in flight stays resumable, and the report tells what runs on. */
    public void interrupt() {}

    /** Same as {@link #interrupt()}. */
    @Override
    public void close() {
        interrupt();
    }
}
