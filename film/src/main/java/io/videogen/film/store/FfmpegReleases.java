package io.videogen.film.store;

import io.videogen.drawing.ffmpeg.FfmpegNatives;
import io.videogen.drawing.ffmpeg.MavenArtifact;
import io.videogen.film.ffmpeg.FfmpegFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The releases of FFmpeg that are unpacked in a cache directory, 60 MB each. An update of Videogen leaves the one before. */
public final class FfmpegReleases {

    private final Path folder;
    private final Optional<String> current;
    private final Clock clock;

    /** @param cacheDirectory as for films */
    public FfmpegReleases(Path cacheDirectory, Clock clock) {
        this(FilmStore.ffmpeg(cacheDirectory), current(), clock);
    }

    FfmpegReleases(Path folder, Optional<String> current, Clock clock) {
        this.folder = folder;
        this.current = current;
        this.clock = clock;
    }

    private static Optional<String> current() {
        try {
            MavenArtifact jar = FfmpegNatives.forThisPlatform().program();
            return Optional.of(jar.artifactId() + "-" + jar.version() + "-" + jar.classifier());
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /**
     * A release.
     *
     * @param name with version and platform
     * @param bytes of all its files
     * @param unused time since a build last used it
     * @param current whether this release of Videogen uses it
     */
    public record Entry(String name, long bytes, Duration unused, boolean current) {}

    /** All that are unpacked, by name. */
    public List<Entry> entries() {
        return FilmStore.list(folder).stream()
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .filter(path -> !path.getFileName().toString().startsWith("."))
                .map(this::entry)
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    /** Removes those that were not used for so long, but never the one that is in use. */
    public List<Entry> prune(Duration unused) {
        List<Entry> removed = entries().stream()
                .filter(entry -> !entry.current())
                .filter(entry -> entry.unused().compareTo(unused) >= 0)
                .toList();
        for (Entry entry : removed) {
            Path release = folder.resolve(entry.name());
            try {
                FfmpegFolder.remove(release);
            } catch (IOException e) {
                throw FilmStore.failed(release, e);
            }
        }
        return removed;
    }

    private Entry entry(Path release) {
        String name = release.getFileName().toString();
        long bytes = 0;
        for (Path file : FilmStore.list(release)) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                throw FilmStore.failed(file, e);
            }
        }
        Duration unused = Duration.between(FilmStore.used(release), clock.instant());
        return new Entry(
                name,
                bytes,
                unused.isNegative() ? Duration.ZERO : unused,
                current.filter(name::equals).isPresent());
    }
}
