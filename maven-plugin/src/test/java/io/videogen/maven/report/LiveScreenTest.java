package io.videogen.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveScreenTest {

    private static final String UP = "\u001B[1A\u001B[2K";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final RecordingScreen log = new RecordingScreen(false);
    private final LiveScreen screen = new LiveScreen(log, new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void theBlockIsDrawnAnewInPlace() {
        screen.show(List.of("hero: 1 s", "teaser: 1 s"));
        screen.show(List.of("hero: 2 s"));
        screen.close();

        assertThat(text()).isEqualTo("hero: 1 s\nteaser: 1 s\n" + UP + UP + "hero: 2 s\n" + UP);
    }

    @Test
    void aLogLineGoesWhereTheBlockWas() {
        screen.show(List.of("hero: 1 s"));
        screen.info("teaser: done");

        assertThat(text()).isEqualTo("hero: 1 s\n" + UP);
        assertThat(log.lines).containsExactly("teaser: done");
    }

    @Test
    void longLinesAndManyJobsStayReplaceable() {
        screen.show(Collections.nCopies(100, "x".repeat(500)));
        String drawn = text();
        screen.close();

        assertThat(drawn.lines()).hasSize(LiveScreen.MOST_LINES).allMatch(line -> line.length() <= LiveScreen.WIDTH);
        assertThat(drawn).endsWith("... and 89 more\n");
        assertThat(text().substring(drawn.length())).isEqualTo(UP.repeat(LiveScreen.MOST_LINES));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
