package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.store.ClipStore;

/** One order's record on disk, written before the machine acts and after it acted. */
final class LedgerEntry {

    private final Order order;
    private final ClipStore store;
    private final Events events;
    private boolean behind;

    LedgerEntry(Order order, ClipStore store, Events events) {
        this.order = order;
        this.store = store;
        this.events = events;
    }

    /**
     * Records a state. A submission that can not be recorded is not sent. A job that exists already is followed even
     * if the disk gives up, since stopping would only add to the loss.
     */
    void save(RenderState before, RenderState after) {
        if (!behind && (after.equalsButForProgress(before) || isToldAgain(before, after))) {
            return;
        }
        boolean leavesNext = after.phase() == Phase.SUBMITTING && before.phase() == Phase.PLANNED;
        try {
            write(before, after);
            behind = false;
        } catch (VideogenException e) {
            if (leavesNext) {
                throw e;
            }
            if (!behind) {
                warn("The state of video \"" + order.name() + "\"" + job(after)
                        + " can not be recorded, and is followed by this build alone: " + e.getMessage());
            }
            behind = true;
        }
    }

    /** A job that is recorded as waiting is asked again, and then known to be completed; polls need not wait for a disk. */
    private static boolean isToldAgain(RenderState before, RenderState after) {
        return before.phase() == Phase.WAITING
                && after.phase() == Phase.DOWNLOADING
                && after.videos().isEmpty();
    }

    /** What a loss of power must not take is that a submission has left, and the job's id. */
    private void write(RenderState before, RenderState after) {
        if (!behind && before.jobId().isPresent() && after.jobId().equals(before.jobId())) {
            store.ledger().update(after);
        } else {
            store.ledger().save(after);
        }
    }

    /** Forgets a job that was never sent, or whose clip is kept. */
    void remove() {
        store.ledger().remove(order.key());
    }

    /** Forgets a job whose clip is safe; should that fail, the next run does it. */
    void removeKept() {
        try {
            remove();
        } catch (VideogenException e) {
            warn(e.getMessage());
        }
    }

    /** Forgets a job for good, with what has arrived of it. */
    void abandon() {
        store.ledger().remove(order.key());
        store.discardParts(order.key());
    }

    /** Forgets what an earlier run recorded, and says so where money may have been spent on it. */
    void forget(RenderState recorded) {
        if (recorded.isInFlight() && order.resubmit()) {
            warn("The earlier submission of video \"" + order.name() + "\"" + job(recorded)
                    + " is forgotten, as videogen.resubmit asks. It may have been paid.");
        }
        abandon();
    }

    private void warn(String message) {
        events.event(order, new RenderEvent.Warning(message));
    }

    private static String job(RenderState state) {
        return state.jobId().map(id -> " (job \"" + id + "\")").orElse("");
    }
}
