package io.videogen.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The profile {@code library-range} proves nothing unless the old libraries are really the ones in use. */
class LibraryRangeTest {

    @Test
    @EnabledIfSystemProperty(named = "videogen.expectedOkHttp", matches = ".+")
    void theLibrariesAskedForAreInUse() {
        assertThat(OkHttp.VERSION).isEqualTo(System.getProperty("videogen.expectedOkHttp"));
        assertThat(new ObjectMapper().version().toString()).isEqualTo(System.getProperty("videogen.expectedJackson"));
    }
}
