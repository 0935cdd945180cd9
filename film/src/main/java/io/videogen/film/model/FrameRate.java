package io.videogen.film.model;

import java.math.BigInteger;
import java.time.Duration;

/** Pictures a second, as a fraction: 24000/1001 is the cinema's 23.976. */
public record FrameRate(int numerator, int denominator) {

    /** What a shot without a rate of its own is shown at. */
    public static final FrameRate USUAL = new FrameRate(30, 1);

    /** The same in lowest terms. */
    public FrameRate reduced() {
        int divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .intValue();
        return divisor == 0 ? this : new FrameRate(numerator / divisor, denominator / divisor);
    }

    /** As a number. */
    public double perSecond() {
        return (double) numerator / denominator;
    }

    /** How many frames are nearest to a time. */
    public long frames(Duration time) {
        return Math.round(time.toNanos() / 1e9 * numerator / denominator);
    }

    /** When a frame begins, in seconds. */
    public double seconds(long frame) {
        return (double) frame * denominator / numerator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
