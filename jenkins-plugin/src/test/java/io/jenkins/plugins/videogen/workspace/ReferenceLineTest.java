package io.jenkins.plugins.videogen.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceLineTest {
    @Test
    void tellsUrlsFromPaths() {
        assertThat(ReferenceLine.of("HTTPS://example.com/a.png").isUrl()).isTrue();
        assertThat(ReferenceLine.of("data:image/png;base64,AA").isUrl()).isTrue();
        assertThat(ReferenceLine.of("images/a.png").isUrl()).isFalse();
    }

    @Test
    void aRoleStandsBeforeABarButNotInAUrl() {
        assertThat(ReferenceLine.parse("style|a.png")).isEqualTo(new ReferenceLine(Optional.of("style"), "a.png"));
        assertThat(ReferenceLine.parse("style|https://a.example/b.png").isUrl()).isTrue();
        assertThat(ReferenceLine.parse("https://a.example/b|c.png").role()).isEmpty();
        assertThat(ReferenceLine.parse("a.png").role()).isEmpty();
    }
}
