package io.videogen.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("frozen", "maxNewJobs", "maxNewSeconds", "seconds");

    @Test
    void theWordWithTheFewestDifferencesIsMeant() {
        assertThat(Nearest.to("maxNewJob", KNOWN)).contains("maxNewJobs");
        assertThat(Nearest.to("MAXNEWSECOND", KNOWN)).contains("maxNewSeconds");
        assertThat(Nearest.to("frozne", KNOWN)).contains("frozen");
    }

    @Test
    void aWordThatIsFarFromAllMeansNone() {
        assertThat(Nearest.to("duration", KNOWN)).isEmpty();
        assertThat(Nearest.to("x", List.of())).isEmpty();
    }
}
