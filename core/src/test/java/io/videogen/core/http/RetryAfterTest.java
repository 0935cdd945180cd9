package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.text.RawText;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "3 | PT3S",
                "1.5 | PT1.5S",
                "86400 | PT1H",
                "99999999999999999999999999 | PT1H",
                "Sun, 22 Nov 2026 10:00:30 GMT | PT30S",
                "Sun, 22 Nov 2026 09:00:00 GMT | PT0S",
                "Mon, 22 Nov 2027 10:00:00 GMT | PT1H"
            })
    void a_wish_is_read_and_bounded(String value, Duration expected) {
        assertThat(read(Map.of("retry-after", value))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e9", "NaN", "Sun, 99 Nov 2026 10:00:30 GMT", "+999999999-01-01"})
    void nonsense_is_no_wish(String value) {
        assertThat(read(Map.of("retry-after", value))).isEmpty();
    }

    @Test
    void milliseconds_win_over_seconds() {
        assertThat(read(Map.of("retry-after", "9", "retry-after-ms", "250"))).contains(Duration.ofMillis(250));
    }

    private static Optional<Duration> read(Map<String, String> headers) {
        return RetryAfter.of(name -> Optional.ofNullable(headers.get(name)).map(RawText::new), NOW);
    }
}
