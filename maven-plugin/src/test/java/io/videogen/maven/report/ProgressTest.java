package io.videogen.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.event.RenderEvent;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Said IN_PROGRESS = ServerText.hiding(Optional.empty()).said("in_progress", 20);

    private final SettableClock clock = new SettableClock();
    private final RecordingScreen log = new RecordingScreen(false);
    private final Progress progress = new Progress(log, clock);

    @Test
    void aLineIsWrittenForAChangeOfStateAndNoneForAPoll() {
        progress.event("hero", new RenderEvent.Submitted("video_1"));
        for (int percent = 0; percent < 100; percent++) {
            progress.event("hero", new RenderEvent.Progressed("video_1", IN_PROGRESS, OptionalInt.of(percent)));
        }

        assertThat(log.lines).containsExactly("hero: job video_1 created", "hero: in_progress");
    }

    @Test
    void aRepeatedFailureIsToldOnce() {
        for (int i = 0; i < 50; i++) {
            progress.event("hero", new RenderEvent.Retrying("poll", "status 502", Duration.ofSeconds(1)));
        }
        progress.event("hero", new RenderEvent.Retrying("poll", "status 503", Duration.ofSeconds(1)));

        assertThat(log.lines)
                .containsExactly(
                        "hero: poll failed (status 502), trying again", "hero: poll failed (status 503), trying again");
    }

    @Test
    void aJobInFlightIsToldOfOnceAMinute() {
        progress.event("hero", new RenderEvent.Progressed("video_1", IN_PROGRESS, OptionalInt.of(40)));
        log.lines.clear();

        for (int second = 0; second < 125; second++) {
            clock.advance(Duration.ofSeconds(1));
            progress.tick();
        }

        assertThat(log.lines)
                .containsExactly(
                        "hero: in_progress 40 %, 1 min 0 s, job video_1",
                        "hero: in_progress 40 %, 2 min 0 s, job video_1");
    }

    @Test
    void aLiveScreenShowsEachJobWithElapsedTimeAndPercent() {
        RecordingScreen terminal = new RecordingScreen(true);
        Progress live = new Progress(terminal, clock);
        live.event("hero", new RenderEvent.Progressed("video_1", IN_PROGRESS, OptionalInt.of(40)));
        live.event("teaser", new RenderEvent.Submitted("video_2"));

        clock.advance(Duration.ofSeconds(5));
        live.tick();

        assertThat(terminal.shown).containsExactly("hero: in_progress 40 %, 5 s", "teaser: starting, 5 s");
        live.close();
        assertThat(terminal.shown).isEmpty();
    }

    @Test
    void warningsStayWarnings() {
        progress.event("hero", new RenderEvent.Warning("no thumbnail"));

        assertThat(log.lines).containsExactly("WARN hero: no thumbnail");
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
