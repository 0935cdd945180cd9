package io.videogen.film.store;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that was made for films, as a person sees it who wants to know what fills the disk. */
public final class FilmStore {

    /** A process that is still at it has touched its file since. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path root;
    private final Clock clock;

    /** @param root folder of all films */
    public FilmStore(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** Where the films of a cache directory are. */
    public static Path in(Path cacheDirectory) {
        return cacheDirectory.resolve("film");
    }

    /** Where FFmpeg is unpacked for them. */
    public static Path ffmpeg(Path cacheDirectory) {
        return in(cacheDirectory).resolve(".ffmpeg");
    }

    /**
     * A film's pieces.
     *
     * @param film its name
     * @param pieces segments, sounds and finished files
     * @param bytes of all
     * @param unused time since a build last used one, exact to a day
     */
    public record Entry(String film, int pieces, long bytes, Duration unused) {}

    /** All films, by name. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Path folder : folders()) {
            List<Path> pieces = list(folder).stream().filter(FilmStore::isPiece).toList();
            if (!pieces.isEmpty()) {
                entries.add(entry(folder, pieces));
            }
        }
        entries.sort(Comparator.comparing(Entry::film));
        return entries;
    }

    /** Removes the pieces that were not used for so long, and what killed builds left. */
    public List<Entry> prune(Duration unused) {
        Instant before = clock.instant().minus(unused);
        Instant abandoned = clock.instant().minus(ABANDONED);
        List<Entry> removed = new ArrayList<>();
        for (Path folder : folders()) {
            List<Path> old = new ArrayList<>();
            for (Path file : list(folder)) {
                if (isPiece(file) ? !used(file).isAfter(before) : used(file).isBefore(abandoned)) {
                    old.add(file);
                }
            }
            List<Path> pieces = old.stream().filter(FilmStore::isPiece).toList();
            if (!pieces.isEmpty()) {
                removed.add(entry(folder, pieces));
            }
            old.forEach(FilmStore::delete);
            if (list(folder).isEmpty()) {
                delete(folder);
            }
        }
        removed.sort(Comparator.comparing(Entry::film));
        return removed;
    }

    private Entry entry(Path folder, List<Path> pieces) {
        long bytes = 0;
        Instant last = Instant.EPOCH;
        for (Path piece : pieces) {
            try {
                bytes += Files.size(piece);
            } catch (IOException e) {
                throw failed(piece, e);
            }
            last = used(piece).isAfter(last) ? used(piece) : last;
        }
        Duration unused = Duration.between(last, clock.instant());
        return new Entry(
                folder.getFileName().toString(), pieces.size(), bytes, unused.isNegative() ? Duration.ZERO : unused);
    }

    private List<Path> folders() {
        return list(root).stream()
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .filter(path -> !path.getFileName().toString().startsWith("."))
                .toList();
    }

    private static boolean isPiece(Path file) {
        return !file.getFileName().toString().startsWith(Pieces.TEMPORARY);
    }

    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(paths::add);
            return paths;
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    static Instant used(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class)
                    .lastModifiedTime()
                    .toInstant();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    static VideogenException failed(Path path, IOException e) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "film_store_failed",
                "The films' folder can not be read or cleared at \"" + path + "\" (" + e + ").",
                e);
    }
}
