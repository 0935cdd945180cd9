package io.videogen.core.shared;

import io.videogen.core.testing.TestClock;
import java.nio.file.Path;
import java.time.Instant;

/** Machines with a cache and a clock each, before one storage. */
final class Machines {

    static final SharedTimes TIMES = SharedTimes.DEFAULT;

    final MemoryStorage storage = new MemoryStorage();
    private final Path folder;
    private int runs;

    Machines(Path folder) {
        this.folder = folder;
    }

    /** A run on a machine. */
    SharedStore run(String machine, TestClock clock) {
        return new SharedStore(
                "memory://store",
                () -> storage,
                folder.resolve(machine),
                new Holder("run-" + ++runs, "build of " + machine, machine, Instant.EPOCH),
                TIMES,
                clock,
                clock::pass);
    }
}
