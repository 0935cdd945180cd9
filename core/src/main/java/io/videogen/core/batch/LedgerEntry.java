package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.store.ClipStore;

/** One order's record on disk. */
final class LedgerEntry {

    private final Order order;
    private final ClipStore store;
    private final Events events;

    LedgerEntry(Order order, ClipStore store, Events events) {
        this.order = order;
        this.store = store;
        this.events = events;
    }

    /** Forgets the job that the clip was made by, which is safe; should that fail, the next run does it. */
    void removeKept() {
        trying(() -> store.ledger().removeKept(order.key()));
    }

    /** Forgets whatever job is recorded where the clip came from elsewhere: no later run could tell that it is over. */
    void removeOther() {
        trying(() -> store.ledger().remove(order.key()));
    }

    private void trying(Runnable removal) {
        try {
            removal.run();
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
            warn(Message.text(
                    "The earlier submission of video \"%s\"%s is forgotten, as %s asks. It may have been" + " paid.",
                    order.name(), job(recorded), Setting.RESUBMIT));
        }
        abandon();
    }

    private void warn(String message) {
        events.event(order, new RenderEvent.Warning(message));
    }

    private static String job(RenderState state) {
        return state.jobId().map(id -> Message.text(" (job \"%s\")", id)).orElse("");
    }
}
