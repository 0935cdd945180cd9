package io.videogen.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.film.MadeFilm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FilmProgressTest {

    private final RecordingScreen screen = new RecordingScreen(false);
    private final FilmProgress progress =
            new FilmProgress(screen, Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_log_gets_a_line_at_each_quarter() {
        progress.planned("launch", 8, 3);
        for (int percent = 0; percent <= 100; percent++) {
            progress.progressed(
                    "launch", percent, percent < 30 ? Optional.empty() : Optional.of(Duration.ofSeconds(7)));
        }
        assertThat(screen.lines)
                .containsExactly(
                        "launch: 8 segments, 3 of them kept from before",
                        "launch: 25 %",
                        "launch: 50 %, 7 s left",
                        "launch: 75 %, 7 s left");
    }

    @Test
    void one_segment_is_one() {
        progress.planned("launch", 1, 0);
        assertThat(screen.lines).containsExactly("launch: 1 segment, 0 of them kept from before");
    }

    @Test
    void the_last_word_names_the_files_and_what_is_not_real() {
        MadeFilm film = new MadeFilm(
                "launch",
                "key",
                true,
                List.of(new MadeFilm.File(
                        "launch.mp4",
                        "mp4",
                        Path.of("x"),
                        1_500_000,
                        "ab",
                        OptionalInt.of(1280),
                        OptionalInt.of(720),
                        OptionalDouble.of(12))),
                List.of(),
                List.of());
        progress.finished(film, true, Duration.ofSeconds(65));
        progress.finished(film, false, Duration.ofMillis(5));
        assertThat(screen.lines)
                .containsExactly(
                        "launch: made in 1 min 5 s: launch.mp4 (1.5 MB)",
                        "launch: PREVIEW, as clips in it are drawn and not generated",
                        "launch: up to date: launch.mp4 (1.5 MB)",
                        "launch: PREVIEW, as clips in it are drawn and not generated");
    }
}
