package io.videogen.drawing.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class FfmpegNativesTest {
    @Test
    void eachPlatformNamesJavaClassesAndItsOwnNativesWithoutTheGplBuild() {
        assertThat(FfmpegNatives.forPlatform("Mac OS X", "aarch64").libraries())
                .extracting(MavenArtifact::artifactId, MavenArtifact::classifier)
                .containsExactly(
                        tuple("ffmpeg", ""),
                        tuple("javacpp", ""),
                        tuple("ffmpeg", "macosx-arm64"),
                        tuple("javacpp", "macosx-arm64"));
        assertThat(FfmpegNatives.forPlatform("Windows 11", "amd64").program().toString())
                .matches("org\\.bytedeco:ffmpeg:jar:windows-x86_64:\\d+\\.\\d+\\.\\d+-\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void aPlatformWithoutNativesIsNamed() {
        assertThatThrownBy(() -> FfmpegNatives.forPlatform("SunOS", "sparcv9"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("\"SunOS\"")
                .hasMessageContaining("linux-x86_64");
    }
}
