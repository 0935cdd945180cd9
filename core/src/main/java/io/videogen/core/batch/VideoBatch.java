package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.output.ReportFolder;
import io.videogen.core.store.ClipStore;
import java.time.Clock;
import java.util.List;

/**
 * Many videos in one build: {@link #plan} tells what would be done, {@link #run} does it. An object serves one run;
 * {@link #interrupt()} may be called from any thread.
 */
public final class VideoBatch implements AutoCloseable {

    private final BatchSettings settings;
    private final Clock clock;
    private final BatchListener listener;
    private final BatchRun run;

    /**
     * @param remote opened when the first request has to be sent
     */
    public VideoBatch(BatchSettings settings, RemoteFactory remote, BatchListener listener, Clock clock) {
        this(settings, remote, LastFrames.NONE, listener, clock);
    }

    /** @param frames cuts the last frame of a video that another one continues */
    public VideoBatch(
            BatchSettings settings, RemoteFactory remote, LastFrames frames, BatchListener listener, Clock clock) {
        this(settings, remote, frames, listener, clock, new ThreadLanes(settings.concurrency()));
    }

    VideoBatch(
            BatchSettings settings,
            RemoteFactory remote,
            LastFrames frames,
            BatchListener listener,
            Clock clock,
            Lanes lanes) {
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.run = new BatchRun(settings, remote, frames, listener, clock, lanes);
    }

    /**
     * Tells what a run would do. Sends nothing to the API, asks the store of many machines, and changes nothing.
     *
     * @throws VideogenException for a mistake in the declaration
     */
    public BatchPlan plan(List<VideoTask> tasks) {
        ClipStore store =
                ClipStore.open(settings.cacheDirectory(), settings.formerCacheDirectory(), clock, listener::warning);
        ReportFolder report = new ReportFolder(settings.reportDirectory(), settings.title(), listener::warning);
        Planner planner = new Planner(settings, store, store.digests(), key -> store.peek(key, report::copiesOf));
        return planner.plan(tasks, planner.assess(planner.orders(tasks)));
    }

    /**
     * What a lock file says of these videos, from what is kept. Sends nothing and changes nothing on disk.
     *
     * @throws VideogenException if no clip of one of them is kept, or only a preview
     */
    public List<LockFile.Entry> lockable(List<VideoTask> tasks) {
        ClipStore store =
                ClipStore.open(settings.cacheDirectory(), settings.formerCacheDirectory(), clock, listener::warning);
        return new Planner(settings, store, store.digests(), store::peek).lockable(tasks);
    }

    /**
     * Renders, resumes or takes from the store, and delivers. One failed video never loses the others; each is in the
     * report with its own outcome. When the thread is interrupted, the report says so and the thread's flag is set.
     *
     * @throws VideogenException for a mistake in the declaration, a spend guard, or an output folder that can not be
     *     written, before anything was sent
     */
    public BatchReport run(List<VideoTask> tasks) {
        return run.run(tasks);
    }

    /**
     * Stops a run: what is in flight stays resumable, and the listener and the report are told what runs on. Returns
     * when the run has ended, after two seconds at most; has no effect on a run that is over.
     */
    public void interrupt() {
        run.interrupt();
    }

    /** Same as {@link #interrupt()}. */
    @Override
    public void close() {
        interrupt();
    }
}
