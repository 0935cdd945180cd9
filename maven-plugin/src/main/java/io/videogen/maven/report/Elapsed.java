package io.videogen.maven.report;

import java.time.Duration;

/** Times as people say them: {@code 850 ms}, {@code 12 s}, {@code 3 min 2 s}, {@code 1 h 4 min}. */
final class Elapsed {

    private Elapsed() {}

    static String text(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return Math.max(0, time.toMillis()) + " ms";
        }
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return time.toSeconds() + " s";
        }
        return time.compareTo(Duration.ofHours(1)) < 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
