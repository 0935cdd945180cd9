package io.videogen.film.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A file that a film becomes.
 *
 * @param format what kind
 * @param width in pixels, even; the height follows
 * @param maxBytes limit of a GIF
 * @param aspectRatio another shape of picture than the film's
 * @param fit how pictures of another shape fill the frame
 * @param at which moment a poster shows
 */
public record Output(
        Format format,
        OptionalInt width,
        OptionalLong maxBytes,
        Optional<AspectRatio> aspectRatio,
        Optional<Fit> fit,
        Optional<Duration> at) {

    /** Name of the file. */
    public String fileName(String film) {
        return film + suffix() + "." + format.extension();
    }

    /** Such as {@code -9x16}, or nothing. */
    public String suffix() {
        return aspectRatio
                .map(ratio -> "-" + ratio.width() + "x" + ratio.height())
                .orElse("");
    }

    @Override
    public String toString() {
        return RecordText.of(
                "Output",
                "format",
                format,
                "width",
                width,
                "maxBytes",
                maxBytes,
                "aspectRatio",
                aspectRatio,
                "fit",
                fit,
                "at",
                at);
    }
}
