package io.videogen.core.batch;

import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.store.ClipStore;
import java.time.Clock;

/**
 * What the renderings of one run share.
 *
 * @param gate closed when the run is being stopped, so that nothing new is sent
 */
record BatchContext(
        BatchSettings settings,
        ClipStore store,
        SpendGuard guard,
        RemoteSide remote,
        LastFrames frames,
        BatchJobOwners jobs,
        Lanes lanes,
        Slots slots,
        BatchListener listener,
        Purchases purchases,
        Recorded recorded,
        Clock clock,
        SubmissionGate gate) {

    void tell(Order order, RenderEvent event) {
        listener.event(order.name(), event);
    }

    /** Something that does not stop the order but should be known. */
    void warn(Order order, String message) {
        tell(order, new RenderEvent.Warning(message));
    }
}
