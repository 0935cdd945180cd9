package io.videogen.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.request.VideoRequest;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AsAskedForTest {

    @Test
    void aShortSmallClipIsToldWithWhatWasAskedFor() {
        assertThat(AsAskedFor.differences(request("8", "1280x720"), clip(1.04, 320, 180)))
                .containsExactly(
                        "It is 1 s long, and 8 s were asked for.",
                        "Its picture is 320x180, and 1280x720 was asked for.");
    }

    @Test
    void whatEncodersRoundIsNoDifference() {
        assertThat(AsAskedFor.differences(request("8", "1281*721"), clip(8.7, 1282, 722)))
                .isEmpty();
        assertThat(AsAskedFor.differences(request("4", "1280\u00d7720"), clip(3.55, 1280, 720)))
                .as("more than a tenth, but less than half a second")
                .isEmpty();
        assertThat(AsAskedFor.differences(request("4", null), clip(4.6, 16, 16)))
                .containsExactly("It is 4.6 s long, and 4 s were asked for.");
    }

    @Test
    void ratiosAndLinesAreJudgedByThePicture() {
        assertThat(AsAskedFor.differences(request(null, "16:9"), clip(4, 1280, 720)))
                .isEmpty();
        assertThat(AsAskedFor.differences(request(null, "16:9"), clip(4, 720, 1280)))
                .containsExactly("Its picture is 720x1280, and 16:9 was asked for.");
        assertThat(AsAskedFor.differences(request(null, "720p"), clip(4, 720, 1280)))
                .isEmpty();
        assertThat(AsAskedFor.differences(request(null, "1080p"), clip(4, 1280, 720)))
                .hasSize(1);
        assertThat(AsAskedFor.differences(request(null, "2K"), clip(4, 1280, 720)))
                .isEmpty();
    }

    @Test
    void whatTheContainerDoesNotTellIsNotJudged() {
        VerifiedFile silent =
                new VerifiedFile("webm", "ab", 1, OptionalDouble.empty(), Optional.empty(), Optional.empty());

        assertThat(AsAskedFor.differences(request("8", "1280x720"), silent)).isEmpty();
    }

    private static VideoRequest request(String seconds, String size) {
        return VideoRequest.builder("cat").seconds(seconds).size(size).build();
    }

    private static VerifiedFile clip(double seconds, int width, int height) {
        return new VerifiedFile("mp4", "ab", 1, OptionalDouble.of(seconds), Optional.of(width), Optional.of(height));
    }
}
