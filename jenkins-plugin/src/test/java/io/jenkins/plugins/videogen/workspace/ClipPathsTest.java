package io.jenkins.plugins.videogen.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClipPathsTest {

    @Test
    void keepsThePathThatTheUserGave() {
        assertThat(new ClipPaths("out.d/demo", false, 1, "c0ffee").path(0, "webm"))
                .isEqualTo("out.d/demo");
        assertThat(new ClipPaths("out/demo.mp4", false, 1, "c0ffee").path(0, "webm"))
                .isEqualTo("out/demo.mp4");
    }

    @Test
    void theDefaultNameFollowsTheBytes() {
        assertThat(new ClipPaths("video.mp4", true, 1, "c0ffee").path(0, "webm"))
                .isEqualTo("video.webm");
    }

    @Test
    void numbersMoreThanOneClip() {
        assertThat(new ClipPaths("out.d/demo.mp4", false, 2, "c0ffee").path(1, "mp4"))
                .isEqualTo("out.d/demo-2.mp4");
        assertThat(new ClipPaths("demo.mp4", false, 1, "c0ffee").path(1, "mp4")).isEqualTo("demo-2.mp4");
    }

    @Test
    void numbersAPathThatIsTaken() {
        ClipPaths paths = new ClipPaths("out.d/video.mp4", true, 1, "c0ffee");
        assertThat(paths.numbered(1)).isEqualTo(paths);
        assertThat(paths.numbered(2).path(0, "webm")).isEqualTo("out.d/video-2.webm");
    }

    @Test
    void partsAreHiddenBesideTheClip() {
        assertThat(new ClipPaths("out/demo.mp4", false, 1, "c0ffee").part(0))
                .isEqualTo("out/.demo.mp4-1-c0ffee.videogen-part");
    }
}
