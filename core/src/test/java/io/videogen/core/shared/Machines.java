package io.videogen.core.shared;

import io.videogen.core.testing.TestClock;
import java.nio.file.Path;
import java.time.Instant;

/** Machines with a cache and a clock each, before one storage. */
public final class Machines {

    public static final SharedTimes TIMES = SharedTimes.DEFAULT;

    public final MemoryStorage storage = new MemoryStorage();
    private final Path folder;
    private int runs;
    /** From how many that wait on one list is asked. */
    public int enoughForList = EndNotes.ENOUGH;
    /** How often a run opened the storage. */
    public int opened;

    public Machines(Path folder) {
        this.folder = folder;
    }

    /** A run on a machine. */
    public SharedStore run(String machine, TestClock clock) {
        return new SharedStore(
                "memory://store",
                () -> {
                    opened++;
                    return storage;
                },
                folder.resolve(machine).resolve("cache"),
                new Holder("run-" + ++runs, "build of " + machine, machine, Instant.EPOCH),
                TIMES,
                clock,
                clock::pass,
                enoughForList);
    }
}
