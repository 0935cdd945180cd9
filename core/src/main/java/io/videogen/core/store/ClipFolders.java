package io.videogen.core.store;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.file.ForeignFileException;
import io.videogen.core.file.Sha256;
import io.videogen.core.json.JsonFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The folders of finished clips: looking one up, checking it, taking a damaged one out of the way. */
final class ClipFolders {

    static final String USED = "used";

    private static final Duration USE_IS_EXACT_TO = Duration.ofDays(1);

    private final CacheLayout layout;
    private final Locks locks;
    private final Clock clock;
    private final Consumer<String> warnings;

    ClipFolders(CacheLayout layout, Locks locks, Clock clock, Consumer<String> warnings) {
        this.layout = layout;
        this.locks = locks;
        this.clock = clock;
        this.warnings = warnings;
    }

    /** What a look at a folder found. */
    private sealed interface Look {
        record Absent() implements Look {}

        /** @param fresh the record as it should be: other times of change, same content */
        record Whole(ClipRecord record, Optional<ClipRecord> fresh) implements Look {}

        record Damaged(String why) implements Look {}
    }

    /**
     * The clip, if there is one to be used; nothing is changed, whatever there is.
     *
     * @param mended what a damaged one could be made, by its key
     */
    Optional<StoredClip> peek(String key, Function<String, Optional<StoredClip>> mended) {
        Path folder = layout.clip(key);
        try {
            Look look = steadyLook(key, folder);
            if (look instanceof Look.Damaged damaged) {
                Optional<StoredClip> whole = mended.apply(key);
                if (whole.isPresent()) {
                    return whole;
                }
                warnings.accept(Message.text(
                        "The clip \"%s\" in the cache is damaged (%s). It would not be used.", folder, damaged.why()));
            }
            return look instanceof Look.Whole whole ? Optional.of(clip(folder, whole.record())) : Optional.empty();
        } catch (IOException e) {
            throw StorageErrors.failed(folder, e, "read the clip");
        }
    }

    /** @param mend tries to make a damaged one whole, by its key */
    Optional<StoredClip> find(String key, Predicate<String> mend) {
        Path folder = layout.clip(key);
        try {
            Look look = steadyLook(key, folder);
            if (look instanceof Look.Damaged && mend.test(key)) {
                look = steadyLook(key, folder);
            }
            if (look instanceof Look.Damaged) {
                look = setAside(key, folder, (Look.Damaged) look);
            }
            if (!(look instanceof Look.Whole whole)) {
                return Optional.empty();
            }
            whole.fresh().ifPresent(fresh -> remember(key, folder, whole.record(), fresh));
            touch(folder);
            return Optional.of(clip(folder, whole.record()));
        } catch (IOException e) {
            throw StorageErrors.failed(folder, e, "read the clip");
        }
    }

    /** The record alone, without a look at the files; nothing if it is missing or damaged. */
    Optional<ClipRecord> record(String key) throws IOException {
        try {
            return Optional.of(parse(key, layout.clip(key)));
        } catch (NoSuchFileException | DamagedRecordException e) {
            return Optional.empty();
        }
    }

    StoredClip clip(Path folder, ClipRecord record) {
        List<StoredFile> videos = new ArrayList<>();
        for (int i = 0; i < record.videos().size(); i++) {
            videos.add(new StoredFile(
                    folder.resolve(record.videoName(i)), record.videos().get(i).file()));
        }
        return new StoredClip(
                record.key(),
                videos,
                record.stills()
                        .map((kind, item) -> new StoredFile(folder.resolve(record.stillName(kind)), item.file())),
                record.facts());
    }

    /** When a build last used the clip; the mark may be missing in a cache that was copied. */
    Instant lastUsed(Path folder, ClipRecord record) {
        try {
            return Files.getLastModifiedTime(folder.resolve(USED), LinkOption.NOFOLLOW_LINKS)
                    .toInstant();
        } catch (IOException e) {
            return record.facts().completedAt();
        }
    }

    static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).to(TimeUnit.NANOSECONDS);
    }

    private Look steadyLook(String key, Path folder) throws IOException {
        Object before = identity(folder);
        Look look = look(key, folder);
        if (look instanceof Look.Damaged && !before.equals(identity(folder))) {
            // Replaced while we looked: that was a mix of two clips, so look at the new one.
            return look(key, folder);
        }
        return look;
    }

    private Look look(String key, Path folder) throws IOException {
        if (!DurableFiles.exists(folder)) {
            return new Look.Absent();
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return new Look.Damaged(Message.text("it is not a folder"));
        }
        try {
            ClipRecord record = parse(key, folder);
            boolean asRecorded = true;
            List<ClipRecord.Item> videos = new ArrayList<>();
            for (int i = 0; i < record.videos().size(); i++) {
                ClipRecord.Item recorded = record.videos().get(i);
                ClipRecord.Item seen = verified(folder.resolve(record.videoName(i)), recorded);
                asRecorded &= seen == recorded;
                videos.add(seen);
            }
            Stills<ClipRecord.Item> stills = record.stills();
            for (ArtifactKind kind : Stills.KINDS) {
                ClipRecord.Item recorded = stills.get(kind).orElse(null);
                if (recorded != null) {
                    ClipRecord.Item seen = verified(folder.resolve(record.stillName(kind)), recorded);
                    asRecorded &= seen == recorded;
                    stills = seen == recorded ? stills : stills.with(kind, seen);
                }
            }
            return new Look.Whole(
                    record,
                    asRecorded ? Optional.empty() : Optional.of(new ClipRecord(key, record.facts(), videos, stills)));
        } catch (NoSuchFileException e) {
            return new Look.Damaged(
                    Message.text("\"%s\" is missing", Path.of(e.getFile()).getFileName()));
        } catch (DamagedRecordException e) {
            return new Look.Damaged(e.getMessage());
        }
    }

    /** The item itself, where nothing has changed since. */
    private static ClipRecord.Item verified(Path file, ClipRecord.Item item) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new DamagedRecordException("\"%s\" is not a file", file.getFileName());
        }
        if (attributes.size() != item.file().bytes()) {
            throw new DamagedRecordException(
                    "\"%s\" has %s bytes, not %s",
                    file.getFileName(), attributes.size(), item.file().bytes());
        }
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        if (modified == item.modified()) {
            return item;
        }
        if (!Sha256.of(file).equals(item.file().sha256())) {
            throw new DamagedRecordException("the content of \"%s\" has changed", file.getFileName());
        }
        return new ClipRecord.Item(item.file(), modified);
    }

    private static ClipRecord parse(String key, Path folder) throws IOException {
        ClipRecord record;
        try {
            record = ClipRecord.read(JsonFields.parse(DurableFiles.read(folder.resolve(ClipRecord.FILE))));
        } catch (ForeignFileException e) {
            throw new DamagedRecordException("of its record, %s", e.getReason());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new DamagedRecordException("its record cannot be read: %s", e.getMessage());
        }
        if (!record.key().equals(key)) {
            throw new DamagedRecordException("its record belongs to \"%s\"", record.key());
        }
        return record;
    }

    /** Looks again where nobody else can replace the folder, and moves it away if it is still damaged. */
    private Look setAside(String key, Path folder, Look.Damaged first) {
        Optional<Look> result;
        try {
            result = locks.exclusively(key, () -> {
                Look look = look(key, folder);
                if (look instanceof Look.Damaged damaged) {
                    Path place = layout.create(layout.setAside()).resolve(CacheLayout.unique(key));
                    Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
                    Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
                    warnings.accept(Message.text(
                            "The clip \"%s\" in the cache is damaged (%s). It is not used, and was moved to \"%s\".",
                            folder, damaged.why(), place));
                }
                return look;
            });
        } catch (IOException | VideogenException e) {
            warnings.accept(Message.text(
                    "The clip \"%s\" in the cache is damaged (%s). It is not used, and could not be moved away: %s",
                    folder, first.why(), e.getMessage()));
            return first;
        }
        if (result.isEmpty()) {
            warnings.accept(Message.text(
                    "The clip \"%s\" in the cache is damaged (%s). It is not used; another build is at work on it.",
                    folder, first.why()));
        }
        return result.orElse(first);
    }

    /** Writes the new times of change down, so that the next look need not read the files. */
    private void remember(String key, Path folder, ClipRecord old, ClipRecord fresh) {
        try {
            locks.exclusively(key, () -> {
                boolean same = parse(key, folder).equals(old);
                if (same) {
                    DurableFiles.writeLoosely(
                            folder.resolve(ClipRecord.FILE), fresh.toJson().getBytes(StandardCharsets.UTF_8));
                }
                return same;
            });
        } catch (IOException | VideogenException e) {
            // A cache that cannot be written: the files are read again next time.
            return;
        }
    }

    private void touch(Path folder) {
        Path used = folder.resolve(USED);
        Instant now = clock.instant();
        try {
            // Setting the time follows links.
            boolean plain = Files.isRegularFile(used, LinkOption.NOFOLLOW_LINKS);
            Duration since = Duration.between(Files.getLastModifiedTime(used).toInstant(), now);
            if (plain && since.abs().compareTo(USE_IS_EXACT_TO) > 0) {
                Files.setLastModifiedTime(used, FileTime.from(now));
            }
        } catch (IOException e) {
            // Read-only or copied without the mark: the clip is as good as ever.
            return;
        }
    }

    private static Object identity(Path folder) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
        } catch (IOException e) {
            return "";
        }
    }
}
