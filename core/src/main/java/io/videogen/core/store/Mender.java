package io.videogen.core.store;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes a damaged clip whole again with copies that were delivered of it: it is paid, and the good bytes may lie in an
 * output folder. Its record must be readable, as it tells what the files were.
 */
final class Mender {

    private final CacheLayout layout;
    private final Locks locks;
    private final ClipFolders clips;
    private final ClipWriter writer;
    private final Ledger ledger;
    private final Consumer<String> warnings;

    Mender(
            CacheLayout layout,
            Locks locks,
            ClipFolders clips,
            ClipWriter writer,
            Ledger ledger,
            Consumer<String> warnings) {
        this.layout = layout;
        this.locks = locks;
        this.clips = clips;
        this.writer = writer;
        this.ledger = ledger;
        this.warnings = warnings;
    }

    /** The clip as it would be after {@link #mend}, if that can be. */
    Optional<StoredClip> mendable(String key, Function<VerifiedFile, List<Path>> copies) {
        try {
            Optional<ClipRecord> record = clips.record(key);
            if (record.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < record.get().videos().size(); i++) {
                if (video(record.get(), i, copies).isEmpty()) {
                    return Optional.empty();
                }
            }
            return record.map(found -> clips.clip(layout.clip(key), found));
        } catch (IOException | VideogenException e) {
            return Optional.empty();
        }
    }

    /** Whether the clip is whole now; a still picture that is lost for good stands in nobody's way. */
    boolean mend(String key, Function<VerifiedFile, List<Path>> copies) {
        if (mendable(key, copies).isEmpty()) {
            return false;
        }
        Optional<KeyLock> free = locks.tryLock(key);
        if (free.isEmpty()) {
            return false;
        }
        try (KeyLock lock = free.get()) {
            Optional<ClipRecord> record = clips.record(lock.key());
            if (record.isEmpty() || ledger.mentions(key)) {
                return false;
            }
            writer.discard(key);
            layout.createLoosely(layout.parts(key));
            for (int i = 0; i < record.get().videos().size(); i++) {
                Optional<Path> good = video(record.get(), i, copies);
                if (good.isEmpty()) {
                    return false;
                }
                copy(good.get(), layout.part(key, ArtifactKind.VIDEO, i));
            }
            Stills<ClipRecord.Item> found = Stills.none();
            for (ArtifactKind kind : Stills.KINDS) {
                Optional<Path> still = still(record.get(), kind, copies);
                if (still.isPresent()) {
                    copy(still.get(), layout.part(key, kind, 0));
                    found = found.with(kind, record.get().stills().get(kind).orElseThrow());
                }
            }
            writer.keep(record.get().with(found));
            warnings.accept(Message.text(
                    "The clip \"%s\" in the cache was damaged, and is whole again: its files were taken back"
                            + " from where they had been delivered to.",
                    layout.clip(key)));
            return true;
        } catch (IOException | VideogenException e) {
            warnings.accept(Message.text(
                    "The clip \"%s\" in the cache is damaged, and could not be made whole again from"
                            + " delivered files: %s",
                    layout.clip(key), e.getMessage()));
            return false;
        }
    }

    private Optional<Path> video(ClipRecord record, int index, Function<VerifiedFile, List<Path>> copies) {
        Path own = layout.clip(record.key()).resolve(record.videoName(index));
        return good(record.videos().get(index).file(), own, copies);
    }

    private Optional<Path> still(ClipRecord record, ArtifactKind kind, Function<VerifiedFile, List<Path>> copies) {
        return record.stills()
                .get(kind)
                .flatMap(item -> good(item.file(), layout.clip(record.key()).resolve(record.stillName(kind)), copies));
    }

    /** The first that has the very content, whatever its time of change. */
    private static Optional<Path> good(VerifiedFile file, Path own, Function<VerifiedFile, List<Path>> copies) {
        return Stream.concat(Stream.of(own), copies.apply(file).stream())
                .filter(path -> {
                    try {
                        return Files.isRegularFile(path)
                                && Files.size(path) == file.bytes()
                                && Sha256.of(path).equals(file.sha256());
                    } catch (IOException e) {
                        return false;
                    }
                })
                .findFirst();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.syncFile(to);
    }
}
