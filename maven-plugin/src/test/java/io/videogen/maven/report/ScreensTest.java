package io.videogen.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreensTest {

    @Test
    void liveLinesNeedATerminalThatCanMoveItsCursor() {
        assertThat(Screens.isTerminal(true, Optional.of("xterm-256color"), Optional.empty()))
                .isTrue();
        assertThat(Screens.isTerminal(false, Optional.of("xterm"), Optional.empty()))
                .isFalse();
        assertThat(Screens.isTerminal(true, Optional.of("dumb"), Optional.empty()))
                .isFalse();
        assertThat(Screens.isTerminal(true, Optional.empty(), Optional.empty())).isFalse();
        assertThat(Screens.isTerminal(true, Optional.of("xterm"), Optional.of("true")))
                .isFalse();
    }
}
