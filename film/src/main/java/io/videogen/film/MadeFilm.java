package io.videogen.film;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A film that is there.
 *
 * @param name its name
 * @param key stands for all that makes it
 * @param preview whether a drawn stand-in is in it
 * @param files its files, in the cache
 * @param shots when each is seen
 * @param warnings what its author should know
 */
public record MadeFilm(
        String name, String key, boolean preview, List<File> files, List<ShotTime> shots, List<String> warnings) {

    public MadeFilm {
        files = List.copyOf(files);
        shots = List.copyOf(shots);
        warnings = List.copyOf(warnings);
    }

    /**
     * One of its files.
     *
     * @param fileName by which it is delivered
     * @param format {@code mp4}, {@code webm}, {@code gif}, {@code poster} or {@code vtt}
     * @param path where it is kept
     * @param bytes its length
     * @param sha256 its digest
     * @param width in pixels
     * @param height in pixels
     * @param seconds its length
     */
    public record File(
            String fileName,
            String format,
            Path path,
            long bytes,
            String sha256,
            OptionalInt width,
            OptionalInt height,
            OptionalDouble seconds) {}

    /**
     * A shot in the film.
     *
     * @param label what is seen
     * @param from in seconds
     * @param to in seconds; the next shot may have begun
     * @param preview whether it is a drawn stand-in
     */
    public record ShotTime(String label, double from, double to, boolean preview) {}
}
