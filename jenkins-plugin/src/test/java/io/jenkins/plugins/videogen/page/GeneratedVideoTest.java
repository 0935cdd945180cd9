package io.jenkins.plugins.videogen.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.artifact.VerifiedFile;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GeneratedVideoTest {
    @Test
    void showsTheSizeThatCameNotTheOneThatWasAskedFor() {
        VerifiedFile portrait =
                new VerifiedFile("mp4", "c0ffee", 5, OptionalDouble.of(4), Optional.of(720), Optional.of(1280));
        assertThat(video("1280x720", portrait).getDimensions()).isEqualTo("720x1280");
        assertThat(video("1280x720", portrait).getSeconds()).isEqualTo(4);
    }

    @Test
    void showsTheSizeThatWasAskedForWhereAContainerTellsNone() {
        VerifiedFile clip =
                new VerifiedFile("webm", "c0ffee", 5, OptionalDouble.empty(), Optional.empty(), Optional.empty());
        assertThat(video("16:9", clip).getDimensions()).isEqualTo("16:9");
        assertThat(video("16:9", clip).getSeconds()).isNull();
    }

    @Test
    void showsALengthAsPeopleWriteIt() {
        assertThat(video(null, ofLength(OptionalDouble.of(4))).getLength()).isEqualTo("4");
        assertThat(video(null, ofLength(OptionalDouble.of(10.026))).getLength()).isEqualTo("10.03");
        assertThat(video(null, ofLength(OptionalDouble.empty())).getLength()).isNull();
    }

    private static VerifiedFile ofLength(OptionalDouble seconds) {
        return new VerifiedFile("mp4", "c0ffee", 5, seconds, Optional.of(720), Optional.of(1280));
    }

    private static GeneratedVideo video(String size, VerifiedFile clip) {
        return new GeneratedVideo("out/demo.mp4", "A cat", "sora-2", size, "vid_1", clip, null);
    }
}
