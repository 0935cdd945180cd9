package io.videogen.core.store;

import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.engine.RenderState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A cache directory: finished clips by content key, jobs in flight, parts of downloads, locks. Any number of threads,
 * builds and processes may use it together.
 *
 * <p>Looking up creates nothing. Every method reports trouble with the disk as a {@link VideogenException} of kind
 * STORAGE.
 */
public final class ClipStore {

    private static final Function<VerifiedFile, List<Path>> NO_COPIES = file -> List.of();

    private final CacheLayout layout;
    private final Locks locks;
    private final ClipFolders clips;
    private final ClipWriter writer;
    private final Mender mender;
    private final Ledger ledger;
    private final DigestCache digests;
    private final Pruner pruner;
    private final Optional<ClipStore> former;

    private ClipStore(CacheLayout layout, Optional<ClipStore> former, Clock clock, Consumer<String> warnings) {
        this.layout = layout;
        this.former = former;
        locks = new Locks(layout);
        clips = new ClipFolders(layout, locks, clock, warnings);
        writer = new ClipWriter(layout, locks, clips, clock);
        ledger = new Ledger(layout, former.map(ClipStore::ledger));
        mender = new Mender(layout, locks, clips, writer, ledger, warnings);
        digests = new DigestCache(layout, clock);
        pruner = new Pruner(layout, locks, clips, ledger, clock, warnings);
    }

    /**
     * Opens a cache directory, which need not exist yet.
     *
     * @param warnings told of what does not stop the work, such as a damaged clip that was moved away
     * @throws VideogenException if a newer version wrote the directory, or it is a file
     */
    public static ClipStore open(Path cacheDirectory, Clock clock, Consumer<String> warnings) {
        return open(cacheDirectory, Optional.empty(), clock, warnings);
    }

    /**
     * As {@link #open(Path, Clock, Consumer)}.
     *
     * @param former directory of an earlier version, whose clips and jobs are still found; new ones are not put there
     */
    public static ClipStore open(Path cacheDirectory, Optional<Path> former, Clock clock, Consumer<String> warnings) {
        return new ClipStore(
                CacheLayout.open(cacheDirectory), former.map(older -> open(older, clock, warnings)), clock, warnings);
    }

    /**
     * The clip of a key, whole and verified: its files have the sizes and times of change of their last verification,
     * or their digests were read again. A damaged clip is moved away with a warning and counts as absent. A find counts
     * as a use.
     */
    public Optional<StoredClip> find(String key) {
        return find(key, NO_COPIES);
    }

    /**
     * As {@link #find(String)}, and makes a damaged clip whole again first where copies of its files are left.
     *
     * @param copies where a file may lie, by what it was; they are looked into before they are believed
     */
    public Optional<StoredClip> find(String key, Function<VerifiedFile, List<Path>> copies) {
        return clips.find(key, damaged -> mender.mend(damaged, copies))
                .or(() -> former.flatMap(older -> older.peek(key)));
    }

    /** What {@link #find} would give, found out without changing anything on disk; a look counts as no use. */
    public Optional<StoredClip> peek(String key) {
        return peek(key, NO_COPIES);
    }

    /** What {@link #find(String, Function)} would give, in the same way. */
    public Optional<StoredClip> peek(String key, Function<VerifiedFile, List<Path>> copies) {
        return clips.peek(key, damaged -> mender.mendable(damaged, copies))
                .or(() -> former.flatMap(older -> older.peek(key)));
    }

    /**
     * Where an artifact grows while it is downloaded; the folder exists on return, and other files beside this one are
     * the downloader's. It survives a crash and is never a result.
     *
     * @param index position among the clips of the render, from 0
     */
    public Path partFile(String key, ArtifactKind kind, int index) {
        Path part = layout.part(key, kind, index);
        try {
            layout.createLoosely(part.getParent());
            return part;
        } catch (IOException e) {
            throw StorageErrors.failed(part.getParent(), e, "create the folder of a download");
        }
    }

    /** Removes the parts of a job that was given up. */
    public void discardParts(String key) {
        try {
            writer.discard(key);
        } catch (IOException e) {
            throw StorageErrors.failed(layout.parts(key), e, "remove the parts of a download");
        }
    }

    /**
     * Makes the downloaded parts of a finished render a clip of the store, in place of an older one. The caller holds
     * the key's lock. May be repeated after a crash or an error; parts that could not be kept stay where they are.
     *
     * @param done a state in phase DONE, whose parts are on the disk
     * @throws VideogenException with the code {@code missing_part} if a part is gone: fetch it again
     */
    public StoredClip keep(RenderState done, ClipFacts facts) {
        return writer.keep(done, facts);
    }

    /**
     * Makes parts that came from elsewhere a clip of the store, as {@link #keep(RenderState, ClipFacts)} does.
     *
     * @param clip what the parts are, which are on the disk, and what is told of them
     */
    public StoredClip keep(ClipRecord clip) {
        return writer.keep(clip);
    }

    /** Where the files of a finished render lie that could not be kept. */
    public StoredClip unkept(RenderState done, ClipFacts facts) {
        return writer.unkept(done, facts);
    }

    /**
     * The right to render a key, if nobody has it: no other thread, build or process on this machine. Never waits.
     *
     * @throws VideogenException if the directory cannot be written, or is on a share without locks
     */
    public Optional<KeyLock> tryLock(String key) {
        return locks.tryLock(key);
    }

    /** Jobs in flight. */
    public Ledger ledger() {
        return ledger;
    }

    /** Digests of files outside the store, remembered in it. */
    public DigestCache digests() {
        return digests;
    }

    /** All clips by name, without a look at their files. */
    public List<StoreEntry> entries() {
        return pruner.entries();
    }

    /**
     * Removes clips that no build has used for so long, and what crashed builds left. Keys that are locked or have a
     * job in flight are left alone.
     */
    public Pruned prune(Duration notUsedFor) {
        return pruner.prune(notUsedFor);
    }
}
