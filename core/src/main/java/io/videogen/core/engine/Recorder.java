package io.videogen.core.engine;

import io.videogen.core.event.RenderEvent;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Decides which states are worth a write, which of them a wait for the disk, and what a failed write means. */
final class Recorder {

    private final Journal journal;
    private final Consumer<RenderEvent> listener;
    private boolean behind;
    private RenderState written;

    /** @param recorded what the journal has */
    Recorder(Journal journal, Consumer<RenderEvent> listener, RenderState recorded) {
        this.journal = journal;
        this.listener = listener;
        this.written = recorded;
    }

    /** Records that a submission is about to leave; what can not be recorded is not sent. */
    void arm(RenderState before, RenderState after) throws InterruptedException {
        journal.write(before, after, true);
        written = after;
        behind = false;
    }

    /** Records the last words of a job that is left to a later run: someone may have to find out why. */
    void leave(RenderState state) throws InterruptedException {
        boolean news = !written.lastReply().equals(state.lastReply());
        if (news && state.isInFlight()) {
            write(written, state, behind);
        }
    }

    /** Records how it went on. A job that exists is followed even if the disk gives up: stopping would add to the loss. */
    void record(RenderState before, RenderState after) throws InterruptedException {
        if (!behind && isToldAgain(before, after)) {
            return;
        }
        write(before, after, behind || isNewJob(before, after));
    }

    private void write(RenderState before, RenderState after, boolean durable) throws InterruptedException {
        try {
            journal.write(before, after, durable);
            written = after;
            behind = false;
        } catch (RuntimeException e) {
            if (!behind) {
                listener.accept(new RenderEvent.NotRecorded(after.jobId(), reason(e)));
            }
            behind = true;
        }
    }

    /**
     * Whether a crash would lose nothing: the next poll tells it again. A job is polled a thousand times, and one that
     * is recorded as waiting is known to be completed after one poll more, which need not wait for a disk.
     */
    private static boolean isToldAgain(RenderState before, RenderState after) {
        boolean completed = before.phase() == Phase.WAITING && after.phase() == Phase.DOWNLOADING;
        return (before.phase() == after.phase() || completed)
                && before.submission().equals(after.submission())
                && before.jobId().equals(after.jobId())
                && before.search().equals(after.search())
                && (after.phase() != Phase.SUBMITTING || before.lastReply().equals(after.lastReply()))
                && before.videos().equals(after.videos());
    }

    /** A loss of power must not take that a submission has left, nor the job's id. From any later state it is taken up. */
    private static boolean isNewJob(RenderState before, RenderState after) {
        return before.jobId().isEmpty() || !after.jobId().equals(before.jobId());
    }

    /** A host may wrap what its disk throws. */
    private static String reason(RuntimeException why) {
        return why instanceof UncheckedIOException wrapped ? wrapped.getCause().getMessage() : why.getMessage();
    }
}
