package io.videogen.core.output;

import io.videogen.core.advice.Message;
import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One clip in {@code videogen.json}; the components are its fields, in order: this record is all that knows
 * them. Absent values are written as null.
 *
 * @param name the clip's name
 * @param status {@code completed}, {@code failed}, {@code timeout} or {@code unknown}
 * @param folder the output folder, relative to the manifest; empty where it is the manifest's own
 * @param take which of several clips of its job it is, counted from 1; empty where the job makes one
 * @param file the clip, relative to the manifest
 * @param thumbnail its still picture, relative to the manifest
 * @param sha256 digest of the clip in lower-case hexadecimal
 * @param bytes length of the clip
 * @param durationSeconds length of the clip in seconds, as its container tells
 * @param width width in pixels, as its container tells
 * @param height height in pixels, as its container tells
 * @param model model asked for
 * @param prompt prompt asked for
 * @param seconds length asked for, as the user wrote it
 * @param size size asked for
 * @param fields what else was asked for, by its names in a POM; an empty text stands for files and addresses, which are
 *     not told
 * @param api the API's word
 * @param endpoint base URL without credentials or query, or {@code preview}
 * @param jobId the remote job
 * @param source {@code rendered}, {@code resumed}, {@code cache} or {@code preview}
 * @param createdAt when the job was submitted
 * @param completedAt when the job was first seen completed
 * @param elapsedMillis how long the run worked on it; 0 for a clip of the store
 * @param cost what it cost, where that is known
 * @param warnings what differs from the request
 * @param error why there is no clip
 */
public record ManifestEntry(
        String name,
        String status,
        String folder,
        OptionalInt take,
        Optional<String> file,
        Optional<String> thumbnail,
        Optional<String> sha256,
        OptionalLong bytes,
        OptionalDouble durationSeconds,
        OptionalInt width,
        OptionalInt height,
        Optional<String> model,
        Optional<String> prompt,
        Optional<String> seconds,
        Optional<String> size,
        Map<String, String> fields,
        Optional<String> api,
        Optional<String> endpoint,
        Optional<String> jobId,
        Optional<String> source,
        Optional<Instant> createdAt,
        Optional<Instant> completedAt,
        OptionalLong elapsedMillis,
        Optional<ClipCost> cost,
        List<String> warnings,
        Optional<Trouble> error) {

    public ManifestEntry {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        warnings = List.copyOf(warnings);
    }

    /**
     * What tells entries apart.
     *
     * @param folder the output folder, relative to the manifest
     */
    public record Place(String folder, String name) {

        /** Written out, as those of all that an up-to-date build compares: the JVM makes a dozen classes for each of its own. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && folder.equals(place.folder) && name.equals(place.name);
        }

        @Override
        public int hashCode() {
            return 31 * folder.hashCode() + name.hashCode();
        }
    }

    /** Why there is no clip. */
    public record Trouble(String code, String message) {}

    /** The entry of a video whose old clip was taken away and whose new one is not there yet. */
    static ManifestEntry inProgress(Place place) {
        return new ManifestEntry(
                place.name(),
                VideoStatus.UNKNOWN.word(),
                place.folder(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(
                        new Trouble(
                                "in_progress",
                                Message.text(
                                        "A build is rendering this video, or was ended before it was done. Run it again to go on."))));
    }

    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof ManifestEntry entry && all().equals(entry.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    private List<Object> all() {
        return List.of(
                name,
                status,
                folder,
                take,
                file,
                thumbnail,
                sha256,
                bytes,
                durationSeconds,
                width,
                height,
                model,
                prompt,
                seconds,
                size,
                fields,
                api,
                endpoint,
                jobId,
                source,
                createdAt,
                completedAt,
                elapsedMillis,
                cost,
                warnings,
                error);
    }

    public Place place() {
        return new Place(folder, name);
    }

    /** Name of the video that it is a clip of. */
    public String video() {
        String suffix = take.isPresent() ? "-" + take.getAsInt() : "";
        return !suffix.isEmpty() && name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    /** File name of the clip in its folder. */
    public Optional<String> fileName() {
        return file.map(ManifestEntry::lastSegment);
    }

    /** File name of its still picture in its folder. */
    public Optional<String> thumbnailName() {
        return thumbnail.map(ManifestEntry::lastSegment);
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether the clip is in the output folder. */
    public boolean isCompleted() {
        return status.equals(VideoStatus.COMPLETED.word());
    }

    /** Whether the clip was drawn by the preview server. */
    public boolean isPreview() {
        return source.filter(VideoSource.PREVIEW.word()::equals).isPresent();
    }

    /** Adds its fields to an object. */
    void write(JsonRecord json) {
        json.put("name", name).put("status", status);
        if (!folder.isEmpty()) {
            json.put("folder", folder);
        }
        json.put("take", take)
                .show("file", file)
                .show("thumbnail", thumbnail)
                .show("sha256", sha256)
                .show("bytes", bytes)
                .show("durationSeconds", durationSeconds)
                .show("width", width)
                .show("height", height)
                .show("model", model)
                .show("prompt", prompt)
                .show("seconds", seconds)
                .show("size", size);
        if (!fields.isEmpty()) {
            json.object("fields", it -> fields.forEach((field, text) -> it.put(field, text)));
        }
        json.show("api", api)
                .show("endpoint", endpoint)
                .show("jobId", jobId)
                .show("source", source)
                .show("createdAt", createdAt)
                .show("completedAt", completedAt)
                .show("elapsedMillis", elapsedMillis);
        cost.ifPresent(known -> json.object(
                "cost",
                it -> it.put("amount", known.amount()).put("unit", known.unit()).put("source", known.source())));
        if (!warnings.isEmpty()) {
            json.texts("warnings", warnings);
        }
        if (error.isPresent()) {
            Trouble trouble = error.get();
            json.object("error", it -> it.put("code", trouble.code()).put("message", trouble.message()));
        } else {
            json.putNull("error");
        }
    }

    /** The entry, or nothing if it has no name or status. */
    static Stream<ManifestEntry> read(JsonFields json) {
        Optional<String> named = json.optionalText("name");
        Optional<String> state = json.optionalText("status");
        if (named.isEmpty() || state.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new ManifestEntry(
                named.get(),
                state.get(),
                json.optionalText("folder").orElse(""),
                json.optionalInt("take"),
                json.optionalText("file"),
                json.optionalText("thumbnail"),
                json.optionalText("sha256"),
                json.optionalNumber("bytes"),
                json.optionalDecimal("durationSeconds"),
                json.optionalInt("width"),
                json.optionalInt("height"),
                json.optionalText("model"),
                json.optionalText("prompt"),
                json.optionalText("seconds"),
                json.optionalText("size"),
                json.optionalObject("fields").map(JsonFields::texts).orElse(Map.of()),
                json.optionalText("api"),
                json.optionalText("endpoint"),
                json.optionalText("jobId"),
                json.optionalText("source"),
                instant(json, "createdAt"),
                instant(json, "completedAt"),
                json.optionalNumber("elapsedMillis"),
                json.optionalObject("cost").flatMap(ManifestEntry::cost),
                json.texts("warnings"),
                json.optionalObject("error").flatMap(ManifestEntry::error)));
    }

    private static Optional<Trouble> error(JsonFields json) {
        return json.optionalText("code")
                .map(code -> new Trouble(code, json.optionalText("message").orElse("")));
    }

    private static Optional<ClipCost> cost(JsonFields json) {
        try {
            BigDecimal amount = json.amount("amount");
            return json.optionalText("unit")
                    .map(unit -> new ClipCost(
                            amount, unit, json.optionalText("source").orElse("")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(JsonFields json, String field) {
        try {
            return json.optionalInstant(field);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
