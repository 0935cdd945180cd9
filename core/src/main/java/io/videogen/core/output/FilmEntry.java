package io.videogen.core.output;

import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

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

        @Override
        public boolean equals(Object other) {
            return other == this || other instanceof File same && all().equals(same.all());
        }

        @Override
        public int hashCode() {
            return all().hashCode();
        }

        private List<Object> all() {
            return List.of(file, format, bytes, sha256, width, height, durationSeconds);
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
    public record Shot(String label, double from, double to, boolean preview) {

        @Override
        public boolean equals(Object other) {
            return other == this || other instanceof Shot same && all().equals(same.all());
        }

        @Override
        public int hashCode() {
            return all().hashCode();
        }

        private List<Object> all() {
            return List.of(label, from, to, preview);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof FilmEntry film && all().equals(film.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    private List<Object> all() {
        return List.of(name, folder, key, preview, files, shots, warnings);
    }

    public ManifestEntry.Place place() {
        return new ManifestEntry.Place(folder, name);
    }

    /** Adds its fields to an object. */
    void write(JsonRecord json) {
        json.put("name", name);
        if (!folder.isEmpty()) {
            json.put("folder", folder);
        }
        json.put("key", key)
                .put("preview", preview)
                .objects("files", files, FilmEntry::write)
                .objects("shots", shots, (it, shot) -> it.put("label", shot.label())
                        .put("from", shot.from())
                        .put("to", shot.to())
                        .put("preview", shot.preview()));
        if (!warnings.isEmpty()) {
            json.texts("warnings", warnings);
        }
    }

    private static void write(JsonRecord json, File file) {
        json.put("file", file.file())
                .put("format", file.format())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256());
        if (file.width().isPresent() && file.height().isPresent()) {
            json.put("width", file.width()).put("height", file.height());
        }
        json.put("durationSeconds", file.durationSeconds());
    }

    /** The film, or nothing if it has no name. */
    static Stream<FilmEntry> read(JsonFields json) {
        return json.optionalText("name").stream()
                .map(named -> new FilmEntry(
                        named,
                        text(json, "folder"),
                        text(json, "key"),
                        json.isSet("preview"),
                        json.objects("files").stream().map(FilmEntry::file).toList(),
                        json.objects("shots").stream().map(FilmEntry::shot).toList(),
                        json.texts("warnings")));
    }

    private static File file(JsonFields file) {
        return new File(
                text(file, "file"),
                text(file, "format"),
                file.optionalNumber("bytes").orElse(0),
                text(file, "sha256"),
                file.optionalInt("width"),
                file.optionalInt("height"),
                file.optionalDecimal("durationSeconds"));
    }

    private static Shot shot(JsonFields shot) {
        return new Shot(
                text(shot, "label"),
                shot.optionalDecimal("from").orElse(0),
                shot.optionalDecimal("to").orElse(0),
                shot.isSet("preview"));
    }

    private static String text(JsonFields json, String field) {
        return json.optionalText(field).orElse("");
    }
}
