package io.videogen.film.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegReleasesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void releases_that_nobody_uses_are_removed_but_never_the_current_one() throws IOException {
        unpacked("ffmpeg-7.1", 90);
        unpacked("ffmpeg-8.0", 3);
        unpacked("ffmpeg-8.1", 90);
        unpacked(".unpack-of-another-build", 90);
        FfmpegReleases releases =
                new FfmpegReleases(folder, Optional.of("ffmpeg-8.1"), Clock.fixed(NOW, ZoneOffset.UTC));
        FfmpegReleases.Entry old = new FfmpegReleases.Entry("ffmpeg-7.1", 7, Duration.ofDays(90), false);
        FfmpegReleases.Entry younger = new FfmpegReleases.Entry("ffmpeg-8.0", 7, Duration.ofDays(3), false);
        FfmpegReleases.Entry current = new FfmpegReleases.Entry("ffmpeg-8.1", 7, Duration.ofDays(90), true);
        assertThat(releases.entries()).containsExactly(old, younger, current);

        assertThat(releases.prune(Duration.ofDays(30))).containsExactly(old);
        assertThat(releases.entries()).containsExactly(younger, current);
        assertThat(releases.prune(Duration.ZERO)).containsExactly(younger);
        assertThat(releases.entries()).containsExactly(current);
        assertThat(folder.resolve("ffmpeg-8.1/ffmpeg")).exists();
        assertThat(folder.resolve(".unpack-of-another-build")).exists();
    }

    @Test
    void a_release_that_can_not_be_removed_to_the_end_is_none_any_more() throws IOException {
        unpacked("ffmpeg-7.1", 90);
        Path stubborn = Files.createDirectory(folder.resolve("ffmpeg-7.1/in-use"));
        Files.writeString(stubborn.resolve("file"), "");
        FfmpegReleases releases = new FfmpegReleases(folder, Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));
        Files.setLastModifiedTime(folder.resolve("ffmpeg-7.1"), FileTime.from(NOW.minus(Duration.ofDays(90))));

        assertThatThrownBy(() -> releases.prune(Duration.ofDays(30))).isInstanceOf(VideogenException.class);
        assertThat(folder.resolve("ffmpeg-7.1")).doesNotExist();
        assertThat(releases.entries()).isEmpty();
        // What the next unpacking clears away.
        assertThat(folder).isDirectoryContaining("glob:**/.unpack-*");
    }

    @Test
    void a_machine_without_films_has_none() {
        FfmpegReleases releases = new FfmpegReleases(folder.resolve("cache"), Clock.systemUTC());
        assertThat(releases.entries()).isEmpty();
        assertThat(releases.prune(Duration.ZERO)).isEmpty();
    }

    private void unpacked(String name, int days) throws IOException {
        Path release = Files.createDirectory(folder.resolve(name));
        Files.writeString(release.resolve("ffmpeg"), "program");
        Files.setLastModifiedTime(release, FileTime.from(NOW.minus(Duration.ofDays(days))));
    }
}
