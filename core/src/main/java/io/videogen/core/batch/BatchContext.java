package io.videogen.core.batch;

import io.videogen.core.engine.SubmissionGate;
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
        Events events,
        Purchases purchases,
        Recorded recorded,
        Clock clock,
        SubmissionGate gate) {}
