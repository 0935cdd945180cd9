package io.videogen.film.sound;

import io.videogen.film.model.FrameRate;

/** Samples of a film's sound: 48 kHz, two channels of 16 bits. */
public final class SoundGrid {

    /** Samples a second. */
    public static final int RATE = 48_000;
    /** Bytes of one sample of both channels. */
    static final int BYTES = 4;

    private SoundGrid() {}

    /** The sample at which a frame begins. */
    public static long sample(FrameRate rate, long frame) {
        return Math.round(rate.seconds(frame) * RATE);
    }
}
