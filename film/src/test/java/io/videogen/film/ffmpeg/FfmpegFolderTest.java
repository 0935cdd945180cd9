package io.videogen.film.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.film.Studio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FfmpegFolderTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_system_without_glibc_is_told_what_to_use() {
        assertThatThrownBy(() -> FfmpegFolder.of(Studio.NATIVES, folder.resolve("unpacked"), folder))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("needs glibc")
                .hasMessageContaining("Alpine")
                .satisfies(e -> assertThat(((VideogenException) e).kind()).isEqualTo(ErrorKind.INVALID_INPUT));
        assertThat(folder.resolve("unpacked")).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void with_stand_ins_for_capture_devices_a_film_is_coded_and_looked_at_and_nothing_is_said() throws Exception {
        FfmpegFolder unpacked = FfmpegFolder.of(Studio.NATIVES, folder);
        assertThat(unpacked.standIn()).isTrue();
        assertThat(unpacked.standIn()).isFalse();
        Path film = folder.resolve("film.mp4");
        try (Ffmpeg ffmpeg = Ffmpeg.start(unpacked)) {
            ffmpeg.make(
                    List.of("-f", "lavfi", "-i", "testsrc2=s=64x64:r=10:d=1", "-c:v", "libopenh264", film.toString()),
                    output -> {});
            assertThat(ffmpeg.ask(List.of("-i", film.toString(), "-f", "null", "-"), "error"))
                    .isEmpty();
            assertThat(ffmpeg.probe(List.of("-show_entries", "stream=nb_frames", "-of", "csv=p=0", film.toString())))
                    .containsExactly("10");
        }
    }

    @Test
    void each_use_leaves_a_mark() throws Exception {
        String name = Studio.NATIVES.getFileName().toString().replace(".jar", "");
        Path unpacked = Files.createDirectory(folder.resolve(name));
        Instant before = Instant.now().minus(20, ChronoUnit.HOURS);
        Files.setLastModifiedTime(unpacked, FileTime.from(before));
        FfmpegFolder.of(Studio.NATIVES, folder);
        assertThat(Files.getLastModifiedTime(unpacked).toInstant()).isAfter(before.plus(19, ChronoUnit.HOURS));
    }

    @Test
    void what_a_killed_build_left_of_unpacking_is_removed_once_it_is_old() throws Exception {
        Path old = Files.createDirectory(folder.resolve(".unpack-old"));
        Files.writeString(old.resolve("ffmpeg"), "half");
        Path fresh = Files.createDirectory(folder.resolve(".unpack-fresh"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(2, ChronoUnit.DAYS)));
        FfmpegFolder.of(Studio.NATIVES, folder);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith(".")))
                    .containsExactly(fresh);
        }
    }
}
