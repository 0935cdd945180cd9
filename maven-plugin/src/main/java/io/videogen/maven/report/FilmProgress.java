package io.videogen.maven.report;

import io.videogen.film.FilmListener;
import io.videogen.film.MadeFilm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells how far a film is: in place on a terminal, else by a line at each quarter and each half minute. */
public final class FilmProgress implements FilmListener, AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int QUARTER = 25;

    private final Screen screen;
    private final Clock clock;
    private Instant toldAt;
    private int toldPercent;

    public FilmProgress(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
        this.toldAt = clock.instant();
    }

    @Override
    public synchronized void planned(String film, int pieces, int kept) {
        toldAt = clock.instant();
        toldPercent = 0;
        screen.info(film + ": " + StoreListing.count(pieces, "segment") + ", " + kept + " of them kept from before");
    }

    @Override
    public synchronized void progressed(String film, int percent, Optional<Duration> left) {
        String line = film + ": " + percent + " %"
                + left.map(time -> ", " + Elapsed.text(time) + " left").orElse("");
        if (screen.isLive()) {
            screen.show(percent < 100 ? List.of(line) : List.of());
            return;
        }
        Instant now = clock.instant();
        boolean quarter = percent / QUARTER > toldPercent / QUARTER;
        if (percent < 100 && (quarter || Duration.between(toldAt, now).compareTo(SILENCE) >= 0)) {
            toldAt = now;
            toldPercent = percent;
            screen.info(line);
        }
    }

    @Override
    public synchronized void warning(String film, String message) {
        screen.warn(film + ": " + message);
    }

    /**
     * The last word on a film.
     *
     * @param changed whether any file was written
     */
    public synchronized void finished(MadeFilm film, boolean changed, Duration elapsed) {
        String files = String.join(
                ", ",
                film.files().stream()
                        .map(file -> file.fileName() + " (" + ByteCount.text(file.bytes()) + ")")
                        .toList());
        screen.info(film.name() + ": " + (changed ? "made in " + Elapsed.text(elapsed) : "up to date") + ": " + files);
        if (film.preview()) {
            screen.info(film.name() + ": PREVIEW, as clips in it are drawn and not generated");
        }
    }

    @Override
    public synchronized void close() {
        screen.close();
    }
}
