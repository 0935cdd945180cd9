package io.videogen.maven.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "5m, PT5M",
        "1h, PT1H",
        "30d, PT720H",
        "' 2 s ', PT2S",
        "PT1H30M, PT1H30M",
        "0s, PT0S"
    })
    void shortAndIsoFormsAreRead(String text, Duration expected) {
        assertThat(DurationText.parse("jobTimeout", text)).contains(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   "})
    void blankTextIsUnset(String text) {
        assertThat(DurationText.parse("jobTimeout", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"30", "5 minutes", "-5m", "PT-5M", "1.5h", "99999999999999999999s", "999999999999999d", "soon"})
    void anythingElseIsAnErrorThatQuotesIt(String text) {
        assertThatThrownBy(() -> DurationText.parse("jobTimeout", text))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("jobTimeout")
                .hasMessageContaining("\"" + text + "\"");
    }
}
