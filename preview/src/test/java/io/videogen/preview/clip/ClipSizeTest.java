package io.videogen.preview.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipSizeTest {
    @ParameterizedTest
    @CsvSource({
        "1280x720, 1280x720",
        "1281x721, 1282x722",
        "16X16, 16x16",
        "3839x2159, 3840x2160",
        "3840x2448, 3840x2448",
        "16:9, 1280x720",
        "9:16, 720x1280",
        "1:1, 1024x1024",
        "720p, 1280x720",
        "1080P, 1920x1080"
    })
    void sizesAreReadAndRoundedUpToEvenSides(String text, String size) {
        assertThat(ClipSize.parse(text)).hasToString(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15x16", "3841x100", "3840x2449", "3840x3840", "0x0", "99999999999x1", "big", "", "-5x7"})
    void sizesThatCannotBeDrawnAreNamed(String text) {
        assertThatThrownBy(() -> ClipSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void aClipLastsAtMostAMinute() {
        assertThatThrownBy(() -> ClipSpec.of("a", "m", ClipSize.DEFAULT, 60.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"60.5\"");
        assertThat(ClipSpec.of("a", "m", ClipSize.DEFAULT, 5.2).frames()).isEqualTo(125);
    }
}
