package io.videogen.core.output;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One clip in {@code videogen.json}; the components are its fields, in order. Absent values are written as null.
 *
 * @param name the clip's name
 * @param status {@code completed}, {@code failed}, {@code timeout} or {@code unknown}
 * @param file file name of the clip in the output folder
 * @param thumbnail file name of its still picture
 * @param sha256 digest of the clip in lower-case hexadecimal
 * @param bytes length of the clip
 * @param durationSeconds length of the clip in seconds, as its container tells
 * @param width width in pixels, as its container tells
 * @param height height in pixels, as its container tells
 * @param model model asked for
 * @param prompt prompt asked for
 * @param seconds length asked for, as the user wrote it
 * @param size size asked for
 * @param api the API's word
 * @param endpoint base URL without credentials or query, or {@code preview}
 * @param jobId the remote job
 * @param source {@code rendered}, {@code resumed}, {@code cache} or {@code preview}
 * @param createdAt when the job was submitted
 * @param completedAt when the job was first seen completed
 * @param elapsedMillis how long the run worked on it; 0 for a clip of the store
 * @param error why there is no clip
 */
public record ManifestEntry(
        String name,
        String status,
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
        Optional<String> api,
        Optional<String> endpoint,
        Optional<String> jobId,
        Optional<String> source,
        Optional<Instant> createdAt,
        Optional<Instant> completedAt,
        OptionalLong elapsedMillis,
        Optional<Trouble> error) {

    /** Why there is no clip. */
    public record Trouble(String code, String message) {}

    /** The entry of a video whose old clip was taken away and whose new one is not there yet. */
    static ManifestEntry inProgress(String name) {
        return new ManifestEntry(
                name,
                VideoStatus.UNKNOWN.word(),
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
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(new Trouble(
                        "in_progress",
                        "A build is rendering this video, or was ended before it was done. Run it again to go on.")));
    }

    /** Whether the clip is in the output folder. */
    public boolean isCompleted() {
        return status.equals(VideoStatus.COMPLETED.word());
    }

    /** Whether the clip was drawn by the preview server. */
    public boolean isPreview() {
        return source.filter(VideoSource.PREVIEW.word()::equals).isPresent();
    }
}
