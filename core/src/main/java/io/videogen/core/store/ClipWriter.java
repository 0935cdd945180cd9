package io.videogen.core.store;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.file.OwnFiles;
import io.videogen.core.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns downloaded parts into a clip of the store. The folder is built beside the parts under a name that the next run
 * knows, so that a run which died between any two steps is completed by keeping the same state again. Whoever wrote a part
 * has waited until it was on the disk, before its render was recorded as done.
 */
final class ClipWriter {

    private static final String STAGING = "clip";
    private static final String REPLACED = "replaced";

    private final CacheLayout layout;
    private final Locks locks;
    private final ClipFolders clips;
    private final Clock clock;

    ClipWriter(CacheLayout layout, Locks locks, ClipFolders clips, Clock clock) {
        this.layout = layout;
        this.locks = locks;
        this.clips = clips;
        this.clock = clock;
    }

    StoredClip keep(RenderState done, ClipFacts facts) {
        if (done.phase() != Phase.DONE || done.videos().isEmpty()) {
            throw new IllegalArgumentException("Only a finished render can be kept, not one in " + done.phase());
        }
        return keep(ClipRecord.of(done.key(), facts, done.videos(), done.stills()));
    }

    /** @param plan what the parts are, and what is told of them */
    StoredClip keep(ClipRecord plan) {
        String key = plan.key();
        Path folder = layout.clip(key);
        try {
            if (!locks.holds(key)) {
                throw new IllegalStateException("Keeping \"" + key + "\" needs its lock");
            }
            Optional<StoredClip> kept = alreadyKept(plan, folder);
            if (kept.isPresent()) {
                discard(key);
                return kept.get();
            }
            ClipRecord record = stage(plan);
            publish(key, folder);
            discard(key);
            return clips.clip(folder, record);
        } catch (IOException e) {
            throw StorageErrors.failed(
                            folder, e, "keep the clip of \"%s\"", plan.facts().name())
                    .withJob(plan.facts().jobId().orElse(null));
        }
    }

    /**
     * Where the files of a finished render lie that could not be kept: each as a part, or under the name that it was
     * moved to on the way. Whether it is whole is not looked at.
     */
    StoredClip unkept(RenderState done, ClipFacts facts) {
        ClipRecord plan = ClipRecord.of(done.key(), facts, done.videos(), done.stills());
        List<StoredFile> videos = new ArrayList<>();
        for (int i = 0; i < done.videos().size(); i++) {
            videos.add(unkept(plan, ArtifactKind.VIDEO, i, done.videos().get(i), plan.videoName(i)));
        }
        return new StoredClip(
                done.key(),
                videos,
                done.stills().map((kind, file) -> unkept(plan, kind, 0, file, plan.stillName(kind))),
                facts);
    }

    private StoredFile unkept(ClipRecord plan, ArtifactKind kind, int index, VerifiedFile file, String name) {
        Path part = layout.part(plan.key(), kind, index);
        Path staged = layout.parts(plan.key()).resolve(STAGING).resolve(name);
        Path place = Stream.of(part, staged, layout.clip(plan.key()).resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(part);
        return new StoredFile(place, file);
    }

    /** Removes all that a render has left beside its clip. */
    void discard(String key) throws IOException {
        DurableFiles.deleteTree(layout.parts(key));
    }

    /** The clip, if an earlier run died after it was kept and before the ledger forgot the job. */
    private Optional<StoredClip> alreadyKept(ClipRecord plan, Path folder) throws IOException {
        if (Files.exists(layout.parts(plan.key()).resolve(STAGING))
                || Files.exists(layout.part(plan.key(), ArtifactKind.VIDEO, 0))) {
            return Optional.empty();
        }
        return clips.record(plan.key())
                .filter(record -> record.facts().jobId().equals(plan.facts().jobId())
                        && record.files().equals(plan.files()))
                .map(record -> clips.clip(folder, record));
    }

    private ClipRecord stage(ClipRecord plan) throws IOException {
        Path staging = layout.parts(plan.key()).resolve(STAGING);
        layout.createLoosely(staging);
        List<ClipRecord.Item> videos = new ArrayList<>();
        for (int i = 0; i < plan.videos().size(); i++) {
            Path target = staging.resolve(plan.videoName(i));
            videos.add(take(plan, ArtifactKind.VIDEO, i, plan.videos().get(i).file(), target));
        }
        Stills<ClipRecord.Item> stills = Stills.none();
        for (ArtifactKind kind : Stills.KINDS) {
            if (plan.stills().get(kind).isPresent()) {
                Path target = staging.resolve(plan.stillName(kind));
                stills = stills.with(
                        kind, take(plan, kind, 0, plan.stills().get(kind).get().file(), target));
            }
        }
        ClipRecord record = new ClipRecord(plan.key(), plan.facts(), videos, stills);
        Path used = staging.resolve(ClipFolders.USED);
        DurableFiles.writeLoosely(
                used, "A build used this clip when this file was changed.\n".getBytes(StandardCharsets.US_ASCII));
        Files.setLastModifiedTime(used, FileTime.from(clock.instant()));
        DurableFiles.write(staging.resolve(ClipRecord.FILE), record.toJson().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** Moves one part into the folder, unless an earlier run has done so. */
    private ClipRecord.Item take(ClipRecord plan, ArtifactKind kind, int index, VerifiedFile file, Path target)
            throws IOException {
        Path part = layout.part(plan.key(), kind, index);
        if (holds(part, file)) {
            // Not where it is downloaded: in other folders than this one, a clip is for everybody.
            OwnFiles.restrict(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } else if (!holds(target, file) || !Sha256.of(target).equals(file.sha256())) {
            throw new MissingPartException(
                    part, plan.facts().name(), plan.facts().jobId());
        }
        return new ClipRecord.Item(file, ClipFolders.modified(target));
    }

    private static boolean holds(Path path, VerifiedFile file) throws IOException {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) == file.bytes();
    }

    private void publish(String key, Path folder) throws IOException {
        Path staging = layout.parts(key).resolve(STAGING);
        DurableFiles.createDirectories(layout.clips());
        locks.exclusively(key, () -> {
            boolean replaces = DurableFiles.exists(folder);
            Path old = layout.parts(key).resolve(REPLACED);
            if (replaces) {
                DurableFiles.deleteTree(old);
                Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.syncDirectory(layout.clips());
            return folder;
        });
    }
}
