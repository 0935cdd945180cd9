package io.videogen.core.store;

import io.videogen.core.file.Sha256;
import io.videogen.core.request.FileDigests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Digests of files that did not change since they were last read: reference images and delivered clips. A file counts
 * as unchanged if path, size, time of change and (where the file system has one) its number are the same, and if it had
 * been left alone for two seconds when it was read; a younger one could have changed again within the same time stamp.
 *
 * <p>Nothing is written before {@link #save()}, and a digest that cannot be saved is only read again. Thread-safe.
 */
public final class DigestCache implements FileDigests {

    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String FORMAT = "digest-1";

    private final CacheLayout layout;
    private final Clock clock;
    private final Map<Path, Entry> fresh = new ConcurrentHashMap<>();

    DigestCache(CacheLayout layout, Clock clock) {
        this.layout = layout;
        this.clock = clock;
    }

    /**
     * Those of a cache directory, for who needs nothing else of it.
     *
     * @throws io.videogen.core.VideogenException if a newer version wrote the directory, or it is a file
     */
    public static DigestCache in(Path cacheDirectory, Clock clock) {
        return new DigestCache(CacheLayout.open(cacheDirectory), clock);
    }

    /** What tells one version of a file from another without reading it. */
    private record Stamp(long bytes, long modified, String identity) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    String.valueOf(attributes.fileKey()));
        }
    }

    private record Entry(String sha256, Stamp stamp, long readAt) {
        /** A record's own equals would be generated here, in a build that has nothing to do. */
        boolean describes(Stamp now) {
            return stamp.bytes() == now.bytes()
                    && stamp.modified() == now.modified()
                    && stamp.identity().equals(now.identity())
                    && readAt - stamp.modified() >= SETTLED.toNanos();
        }
    }

    @Override
    public String sha256(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        // Taken before the file is read: a change meanwhile makes the entry not fit any more.
        Stamp stamp = Stamp.of(path);
        Optional<Entry> known = Optional.ofNullable(fresh.get(path)).or(() -> read(path));
        if (known.isPresent() && known.get().describes(stamp)) {
            return known.get().sha256();
        }
        long readAt = TimeUnit.MILLISECONDS.toNanos(clock.millis());
        String sha256 = Sha256.of(path);
        fresh.put(path, new Entry(sha256, stamp, readAt));
        return sha256;
    }

    /** Keeps the digests read since the last call for later builds; a disk that refuses them is no error. */
    public void save() {
        fresh.forEach((path, entry) -> {
            try {
                layout.create(layout.digests());
                DurableFiles.writeLoosely(recordOf(path), text(path, entry).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // A cache: without it the file is read again.
                return;
            }
        });
        fresh.clear();
    }

    /** The file that a record of this cache tells of, if the text is such a record. */
    static Optional<Path> fileOf(String record) {
        String[] lines = record.split("\n", 7);
        return lines.length == 7 && lines[0].equals(FORMAT) ? Optional.of(Path.of(lines[6])) : Optional.empty();
    }

    private Optional<Entry> read(Path path) {
        try {
            String[] lines = new String(DurableFiles.read(recordOf(path)), StandardCharsets.UTF_8).split("\n", 7);
            if (lines.length < 7
                    || !lines[0].equals(FORMAT)
                    || !DIGEST.matcher(lines[1]).matches()
                    || !lines[6].equals(path.toString())) {
                return Optional.empty();
            }
            return Optional.of(new Entry(
                    lines[1],
                    new Stamp(Long.parseLong(lines[2]), Long.parseLong(lines[3]), lines[4]),
                    Long.parseLong(lines[5])));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(Path path, Entry entry) {
        return String.join(
                "\n",
                FORMAT,
                entry.sha256(),
                Long.toString(entry.stamp().bytes()),
                Long.toString(entry.stamp().modified()),
                entry.stamp().identity(),
                Long.toString(entry.readAt()),
                path.toString());
    }

    private Path recordOf(Path path) {
        return layout.digests().resolve(Sha256.of(path.toString()));
    }
}
