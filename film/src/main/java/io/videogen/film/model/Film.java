package io.videogen.film.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A film. Its text form is complete: two films that say the same are the same.
 *
 * @param name stem of its files
 * @param size of its picture; by default that of the first shot that has one
 * @param rate of its pictures; by default that of the first shot that moves
 * @param shots in order, at least one
 * @param music looped or cut to the film's length
 * @param voice spoken over the film
 * @param captions a WebVTT or SubRip file
 * @param burnShotCaptions whether the captions of shots are drawn into the picture
 * @param burnCaptionFile whether those of the file are
 * @param logo a picture in the corner of all frames
 * @param font for all text
 * @param background behind titles, and beside pictures of another shape
 * @param outputs what is made, at least one
 */
public record Film(
        String name,
        Optional<Size> size,
        Optional<FrameRate> rate,
        List<Shot> shots,
        Optional<Path> music,
        Optional<Path> voice,
        Optional<Path> captions,
        boolean burnShotCaptions,
        boolean burnCaptionFile,
        Optional<Path> logo,
        Optional<Path> font,
        Optional<Colour> background,
        List<Output> outputs) {

    public Film {
        shots = List.copyOf(shots);
        outputs = List.copyOf(outputs);
    }

    /** Whether one of its clips is known to be a drawn stand-in. */
    public boolean holdsPreview() {
        return shots.stream().anyMatch(shot -> shot.content() instanceof Content.Footage footage && footage.preview());
    }

    @Override
    public String toString() {
        return RecordText.of(
                "Film",
                "name",
                name,
                "size",
                size,
                "rate",
                rate,
                "shots",
                shots,
                "music",
                music,
                "voice",
                voice,
                "captions",
                captions,
                "burnShotCaptions",
                burnShotCaptions,
                "burnCaptionFile",
                burnCaptionFile,
                "logo",
                logo,
                "font",
                font,
                "background",
                background,
                "outputs",
                outputs);
    }
}
