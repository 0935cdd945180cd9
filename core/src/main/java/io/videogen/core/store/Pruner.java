package io.videogen.core.store;

import io.videogen.core.VideogenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists the store and removes what nobody needs any more. Asked for by a user, never by surprise. */
final class Pruner {

    /** How long parts without a job are kept: a build on another machine may be about to record theirs. */
    private static final Duration ORPHANED_AFTER = Duration.ofDays(7);

    private final CacheLayout layout;
    private final Locks locks;
    private final ClipFolders clips;
    private final Ledger ledger;
    private final Clock clock;
    private final Consumer<String> warnings;

    Pruner(CacheLayout layout, Locks locks, ClipFolders clips, Ledger ledger, Clock clock, Consumer<String> warnings) {
        this.layout = layout;
        this.locks = locks;
        this.clips = clips;
        this.ledger = ledger;
        this.clock = clock;
        this.warnings = warnings;
    }

    List<StoreEntry> entries() {
        try {
            List<StoreEntry> entries = new ArrayList<>();
            for (String key : keys(layout.clips())) {
                entry(key).ifPresent(entries::add);
            }
            entries.sort(
                    Comparator.comparing((StoreEntry entry) -> entry.facts().name())
                            .thenComparing(StoreEntry::key));
            return entries;
        } catch (IOException e) {
            throw StorageErrors.failed(layout.clips(), e, "list the clips");
        }
    }

    Pruned prune(Duration notUsedFor) {
        if (notUsedFor.isNegative()) {
            throw VideogenException.invalid("invalid_prune")
                    .says("The age \"%s\" is negative. Use one such as 30d.", notUsedFor);
        }
        if (!Files.exists(layout.root())) {
            return new Pruned(List.of(), List.of());
        }
        Instant before = clock.instant().minus(notUsedFor);
        try {
            List<StoreEntry> removed = new ArrayList<>();
            for (StoreEntry entry : entries()) {
                if (removeClip(entry, before)) {
                    removed.add(entry);
                }
            }
            List<Path> leftovers = new ArrayList<>();
            removeParts(leftovers);
            removeOlder(layout.setAside(), before, leftovers);
            removeTemporaries(leftovers);
            removeDigests();
            DurableFiles.deleteTree(layout.trash());
            return new Pruned(removed, leftovers);
        } catch (IOException e) {
            throw StorageErrors.failed(layout.root(), e, "prune the cache");
        }
    }

    private Optional<StoreEntry> entry(String key) throws IOException {
        Path folder = layout.clip(key);
        try {
            return clips.record(key)
                    .map(record -> new StoreEntry(
                            key,
                            record.facts(),
                            record.bytes(),
                            age(record.facts().completedAt()),
                            clips.lastUsed(folder, record)));
        } catch (VideogenException e) {
            warnings.accept(e.getMessage());
            return Optional.empty();
        }
    }

    private Duration age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private boolean removeClip(StoreEntry entry, Instant before) throws IOException {
        String key = entry.key();
        if (entry.lastUsed().isAfter(before)) {
            return false;
        }
        return locks.exclusively(key, () -> {
                    // Again, now that nobody can take it into use.
                    boolean unused = entry(key)
                            .filter(now -> !now.lastUsed().isAfter(before))
                            .isPresent();
                    if (!unused || ledger.hasJobInFlight(key)) {
                        return false;
                    }
                    discard(layout.clip(key), CacheLayout.unique(key));
                    return true;
                })
                .orElse(false);
    }

    /** Moved out of sight first, so that a reader finds it whole or not at all. */
    private void discard(Path folder, String name) throws IOException {
        Path trash = layout.create(layout.trash()).resolve(name);
        Files.move(folder, trash, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.deleteTree(trash);
    }

    private void removeParts(List<Path> removed) throws IOException {
        Instant before = clock.instant().minus(ORPHANED_AFTER);
        for (String key : keys(layout.parts())) {
            Path folder = layout.parts(key);
            boolean gone = locks.exclusively(key, () -> {
                        if (ledger.mentions(key) || newest(folder).isAfter(before)) {
                            return false;
                        }
                        DurableFiles.deleteTree(folder);
                        return true;
                    })
                    .orElse(false);
            if (gone) {
                removed.add(folder);
            }
        }
    }

    private static void removeOlder(Path parent, Instant before, List<Path> removed) throws IOException {
        for (Path path : CacheLayout.list(parent)) {
            if (!modified(path).isAfter(before)) {
                DurableFiles.deleteTree(path);
                removed.add(path);
            }
        }
    }

    private void removeTemporaries(List<Path> removed) throws IOException {
        Instant before = clock.instant().minus(ORPHANED_AFTER);
        for (Path folder : List.of(layout.root(), layout.jobs(), layout.digests())) {
            for (Path path : CacheLayout.list(folder)) {
                if (path.toString().endsWith(DurableFiles.TEMPORARY)
                        && !modified(path).isAfter(before)) {
                    Files.deleteIfExists(path);
                    removed.add(path);
                }
            }
        }
    }

    private void removeDigests() throws IOException {
        for (Path path : CacheLayout.list(layout.digests())) {
            if (CacheLayout.isKey(path.getFileName().toString()) && !tellsOfAFile(path)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static boolean tellsOfAFile(Path digest) {
        try {
            return DigestCache.fileOf(new String(DurableFiles.read(digest), StandardCharsets.UTF_8))
                    .filter(Files::exists)
                    .isPresent();
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static List<String> keys(Path folder) throws IOException {
        return CacheLayout.list(folder).stream()
                .map(path -> path.getFileName().toString())
                .filter(CacheLayout::isKey)
                .toList();
    }

    private static Instant newest(Path folder) throws IOException {
        Instant newest = modified(folder);
        for (Path path : CacheLayout.list(folder)) {
            Instant modified = modified(path);
            newest = modified.isAfter(newest) ? modified : newest;
        }
        return newest;
    }

    private static Instant modified(Path path) throws IOException {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        }
    }
}
