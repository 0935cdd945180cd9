package io.videogen.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "7849999, 7.8 MB",
        "7850001, 7.9 MB",
        "123400000000, 123.4 GB",
        "5000000000000000, 5000.0 TB"
    })
    void sizes_are_told_in_thousands_with_one_digit(long bytes, String text) {
        assertThat(ByteCount.text(bytes)).isEqualTo(text);
    }
}
