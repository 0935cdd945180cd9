package io.videogen.core.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What one run has of the store of many machines, the same for every record. */
record SharedRun(
        SafeStorage storage, Probe probe, Marks marks, EndNotes notes, Holder me, SharedTimes times, Clock clock) {

    /** Sees to it that the storage was found fit before the first conditional write. */
    interface Probe {
        void run() throws InterruptedException;
    }

    boolean isYounger(Instant event, Duration most) {
        Duration age = Duration.between(event, clock.instant());
        // A clock that was set back tells nothing.
        return !age.isNegative() && age.compareTo(most) <= 0;
    }
}
