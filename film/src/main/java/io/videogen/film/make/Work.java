package io.videogen.film.make;

import io.videogen.film.FilmListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far one film is. Units are pixels that are coded, or what takes as long. Thread-safe. */
final class Work {

    /** Before that, the time left is a guess. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private final String film;
    private final FilmListener listener;
    private final Clock clock;
    private final Instant begun;
    private double total;
    private double done;
    private int told = -1;

    Work(String film, FilmListener listener, Clock clock) {
        this.film = film;
        this.listener = listener;
        this.clock = clock;
        this.begun = clock.instant();
    }

    synchronized void expect(double units) {
        total += units;
    }

    synchronized void done(double units) {
        done += units;
        int percent = total <= 0 ? 100 : (int) Math.min(100, Math.floor(done / total * 100));
        if (percent != told) {
            told = percent;
            listener.progressed(film, percent, left());
        }
    }

    private Optional<Duration> left() {
        Duration so = Duration.between(begun, clock.instant());
        return so.compareTo(SOON) < 0 || done <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(so.toMillis() * Math.max(0, total - done) / done)));
    }
}
