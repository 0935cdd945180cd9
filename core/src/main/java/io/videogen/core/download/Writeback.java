package io.videogen.core.download;

import io.videogen.core.threads.DaemonThreads;
import java.io.IOException;

/**
 * Has a growing file written to disk while it grows, on a thread of its own: systems hold up to a tenth of their memory
 * back, so that a flush at the end begins with all of a large file, while neither network nor processor is at work.
 */
final class Writeback {

    private static final long STEP = 32 << 20;

    private final PartFile file;
    private long waiting;
    private Thread running;
    /** A disk tells of a write that failed once, and then to this thread alone. */
    private volatile IOException failure;

    Writeback(PartFile file) {
        this.file = file;
    }

    /** Tells that so many bytes more are in the file. */
    void grown(long bytes) {
        waiting += bytes;
        if (waiting >= STEP && (running == null || !running.isAlive())) {
            waiting = 0;
            running = DaemonThreads.start("videogen-flush", this::run);
        }
    }

    /**
     * Waits for what is under way; the latest bytes are still to be flushed then.
     *
     * @throws IOException if the disk did not take something, now or before
     */
    void await() throws IOException, InterruptedException {
        if (running != null) {
            running.join();
        }
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    /** Waits for what is under way, so that the file is free. */
    void settle() {
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            file.force(false);
        } catch (IOException e) {
            failure = e;
        }
    }
}
