package io.videogen.core.output;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One film in {@code videogen.json}; the components are its fields, in order.
 *
 * @param name the film's name
 * @param folder the output folder, relative to the manifest; empty where it is the manifest's own
 * @param key stands for all that makes the film
 * @param preview whether a drawn stand-in for a clip is in it
 * @param files what it was made into
 * @param shots when each is seen
 * @param warnings what its author should know
 */
public record FilmEntry(
        String name,
        String folder,
        String key,
        boolean preview,
        List<File> files,
        List<Shot> shots,
        List<String> warnings) {

    public FilmEntry {
        files = List.copyOf(files);
        shots = List.copyOf(shots);
        warnings = List.copyOf(warnings);
    }

    /**
     * A file of a film.
     *
     * @param file the file, relative to the manifest
     * @param format {@code mp4}, {@code webm}, {@code gif}, {@code poster} or {@code vtt}
     * @param bytes its length
     * @param sha256 its digest in lower-case hexadecimal
     * @param width in pixels
     * @param height in pixels
     * @param durationSeconds its length
     */
    public record File(
            String file,
            String format,
            long bytes,
            String sha256,
            OptionalInt width,
            OptionalInt height,
            OptionalDouble durationSeconds) {

        /** Its name in its folder. */
        public String fileName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    /**
     * A shot of a film.
     *
     * @param label what is seen
     * @param from in seconds
     * @param to in seconds
     * @param preview whether it is a drawn stand-in
     */
    public record Shot(String label, double from, double to, boolean preview) {}

    public ManifestEntry.Place place() {
        return new ManifestEntry.Place(folder, name);
    }
}
