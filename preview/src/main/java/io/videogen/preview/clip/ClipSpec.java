package io.videogen.preview.clip;

import java.util.Objects;

/**
 * What to draw.
 *
 * @param prompt shown on the card, any Unicode text
 * @param model shown on the card
 * @param size in pixels
 * @param seconds duration, more than 0 and at most {@value #MAX_SECONDS}
 * @param index 1 for the first clip of a job
 * @param count how many clips the job makes
 */
public record ClipSpec(String prompt, String model, ClipSize size, double seconds, int index, int count) {
    /** Longest clip that is drawn. */
    public static final double MAX_SECONDS = 60;
    /** Duration when a request names none. */
    public static final double DEFAULT_SECONDS = 4;
    /** Frames per second of every preview clip. */
    public static final int FPS = 24;

    /** Checks the ranges. */
    public ClipSpec {
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(size, "size");
        if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
            throw new IllegalArgumentException("duration \"" + seconds + "\" cannot be drawn: at most 60 seconds");
        }
        if (count < 1 || index < 1 || index > count) {
            throw new IllegalArgumentException("clip " + index + " of " + count + " does not exist");
        }
    }

    /** The only clip of a job. */
    public static ClipSpec of(String prompt, String model, ClipSize size, double seconds) {
        return new ClipSpec(prompt, model, size, seconds, 1, 1);
    }

    /** Number of frames, at least one. */
    public int frames() {
        return (int) Math.max(1, Math.round(seconds * FPS));
    }
}
