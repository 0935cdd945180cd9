package io.videogen.core.batch;

import io.videogen.core.store.ClipStore;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What the renderings of one run share.
 *
 * @param startedAt when the run began
 * @param stopping whether the run is being stopped, so that nothing new may be sent
 */
record Shared(
        BatchSettings settings,
        ClipStore store,
        SpendGuard guard,
        RemoteSide remote,
        KnownJobs jobs,
        Lanes lanes,
        Slots slots,
        Events events,
        Recorded recorded,
        Clock clock,
        Instant startedAt,
        BooleanSupplier stopping) {}
