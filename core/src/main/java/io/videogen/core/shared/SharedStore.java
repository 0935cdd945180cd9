package io.videogen.core.shared;

import io.videogen.core.VideogenException;
import io.videogen.core.store.ClipRecord;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.StoredClip;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The store of many machines, as one run sees it. Nothing is opened before it is first asked: a build whose clips are
 * all at hand loads no class of the storage's client.
 */
public final class SharedStore {

    static final String JOBS = "jobs/";
    static final String SUFFIX = ".json";

    private static final int READERS = 16;

    private final String location;
    private final SafeStorage storage;
    private final Marks marks;
    private final SharedRun run;
    private boolean fit;

    /**
     * @param location as the user wrote it, for messages and to tell stores apart
     * @param opener opens the storage, at first use; closing it is the opener's affair
     * @param cacheDirectory the folder of this machine
     * @param me the run that asks
     */
    public SharedStore(
            String location,
            Supplier<SharedStorage> opener,
            Path cacheDirectory,
            Holder me,
            SharedTimes times,
            Clock clock) {
        this(location, opener, cacheDirectory, me, times, clock, Pauses.REAL, EndNotes.ENOUGH);
    }

    SharedStore(
            String location,
            Supplier<SharedStorage> opener,
            Path cacheDirectory,
            Holder me,
            SharedTimes times,
            Clock clock,
            Pauses pauses,
            int enoughForList) {
        this.location = location;
        this.marks = new Marks(cacheDirectory, location);
        this.storage = new SafeStorage(opener, pauses);
        EndNotes notes = new EndNotes(storage, clock, enoughForList);
        this.run = new SharedRun(storage, this::requireFit, marks, notes, me, times, clock);
    }

    /** A view of the record of a key, to be used for one render. */
    public SharedEntry entry(String key) {
        return new SharedEntry(key, run);
    }

    /** How often {@link SharedEntry#beat()} is due. */
    public SharedTimes times() {
        return run.times();
    }

    /** Takes a job for a key; false when it is another key's. */
    public boolean claimJob(String origin, String jobId, String key) throws InterruptedException {
        return new JobClaims(storage).claim(origin, jobId, key);
    }

    /** Whether a job belongs to another key, on whatever machine. */
    public boolean isAnothersJob(String origin, String jobId, String key) throws InterruptedException {
        return new JobClaims(storage).isAnothers(origin, jobId, key);
    }

    /** Puts the files of a clip into the store; the record that makes them a clip is written afterwards. */
    public ClipRecord putFiles(StoredClip clip) throws InterruptedException {
        return new SharedFiles(storage).put(clip);
    }

    /**
     * Brings a clip to the store of this machine. The caller holds the key's lock.
     *
     * @return nothing if a file is not there any more, or is not what the record tells
     */
    public Optional<StoredClip> fetch(ClipRecord clip, ClipStore local) throws InterruptedException {
        return new SharedFiles(storage).fetch(clip, local);
    }

    /** All that is kept and all that is in flight, by the names of their videos: one request each, some at once. */
    public List<SharedListing> list() throws InterruptedException {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Callable<Optional<SharedListing>>> reads = new ArrayList<>();
            storage.list(JOBS).forEach(name -> reads.add(() -> listing(name)));
            List<SharedListing> all = new ArrayList<>();
            for (Future<Optional<SharedListing>> read : readers.invokeAll(reads)) {
                read.get().ifPresent(all::add);
            }
            all.sort(SharedListing.BY_NAME);
            return all;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof VideogenException told ? told : new IllegalStateException(e.getCause());
        } finally {
            readers.shutdownNow();
        }
    }

    private Optional<SharedListing> listing(String name) throws InterruptedException {
        String key = name.substring(JOBS.length(), Math.max(JOBS.length(), name.length() - SUFFIX.length()));
        return storage.read(name)
                .map(found -> SharedRecordJson.read(key, found.content()))
                .map(SharedListing::of);
    }

    private synchronized void requireFit() throws InterruptedException {
        if (fit || marks.isFit()) {
            fit = true;
            return;
        }
        new StorageProbe(storage, location).run();
        fit = true;
        marks.fit();
    }
}
