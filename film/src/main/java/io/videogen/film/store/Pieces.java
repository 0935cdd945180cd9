package io.videogen.film.store;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was made for one film. */
public final class Pieces {

    static final String TEMPORARY = ".part-";
    /** The time of use is exact to that, so that a build that is up to date writes nothing. */
    private static final Duration EXACT = Duration.ofDays(1);

    private final Path folder;
    private final Clock clock;

    /**
     * @param root folder of all films
     * @param film its name
     */
    public Pieces(Path root, String film, Clock clock) {
        this.folder = root.resolve(film);
        this.clock = clock;
    }

    /** The piece, if it was made. */
    public Optional<Path> find(String key, String extension) {
        Path file = file(key, extension);
        try {
            FileTime used = Files.getLastModifiedTime(file);
            Instant now = clock.instant();
            if (used.toInstant().isBefore(now.minus(EXACT))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where a piece may grow. */
    public Path temporary(String extension) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failed("made", folder, e);
        }
        return folder.resolve(TEMPORARY + UUID.randomUUID() + "." + extension);
    }

    /** Gives a complete piece its final name; of two that are made at once, either is right. */
    public Path keep(Path temporary, String key, String extension) {
        Path file = file(key, extension);
        try {
            return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed("written", file, e);
        }
    }

    /** Removes what did not become a piece. */
    public void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // Its name says what it is; prune removes it later.
            temporary.toFile().deleteOnExit();
        }
    }

    private Path file(String key, String extension) {
        return folder.resolve(key + "." + extension);
    }

    private static VideogenException failed(String what, Path file, IOException e) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "film_not_kept",
                "\"" + file + "\" can not be " + what + " (" + e + "). Is the disk of the cache directory full?",
                e);
    }
}
