package io.videogen.preview.http;

import java.time.Duration;

/**
 * How a reply goes out.
 *
 * @param drop closes the connection without a reply
 * @param hang sends nothing until the server closes
 * @param cutAfter closes the connection after so many bytes of the body, -1 for never
 * @param stallAfter stops sending after so many bytes until the server closes, -1 for never
 * @param dripBytes sends the body in pieces of so many bytes, 0 for all at once
 * @param dripPause pause after each piece
 */
public record Transmission(
        boolean drop, boolean hang, long cutAfter, long stallAfter, int dripBytes, Duration dripPause) {
    /** Whole and at once. */
    public static final Transmission PLAIN = new Transmission(false, false, -1, -1, 0, Duration.ZERO);

    /** See {@link #drop()}. */
    public static Transmission dropped() {
        return new Transmission(true, false, -1, -1, 0, Duration.ZERO);
    }

    /** See {@link #hang()}. */
    public static Transmission hanging() {
        return new Transmission(false, true, -1, -1, 0, Duration.ZERO);
    }

    /** See {@link #cutAfter()}. */
    public Transmission cut(long bytes) {
        return new Transmission(drop, hang, bytes, stallAfter, dripBytes, dripPause);
    }

    /** See {@link #stallAfter()}. */
    public Transmission stalled(long bytes) {
        return new Transmission(drop, hang, cutAfter, bytes, dripBytes, dripPause);
    }

    /** See {@link #dripBytes()}. */
    public Transmission dripped(int bytes, Duration pause) {
        return new Transmission(drop, hang, cutAfter, stallAfter, bytes, pause);
    }
}
