package io.videogen.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A disk that is full in the middle of a film. A script starts FFmpeg here, and puts a link to {@code /dev/full} where a
 * chosen run is to write: there FFmpeg meets what a full disk gives it.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    @TempDir
    private static Path unpacked;

    @TempDir
    private Path folder;

    private Studio studio;
    /** While it is there, a run with such arguments, by grep's measure, finds the disk full. */
    private Path full;

    @BeforeAll
    static void unpack() {
        new Studio(unpacked, unpacked).close();
    }

    @BeforeEach
    void start() throws IOException {
        studio = new Studio(folder, unpacked);
        full = folder.resolve("full");
        Path release = list(unpacked).get(0);
        Path scripts =
                Files.createDirectories(studio.cache.resolve("film/.ffmpeg").resolve(release.getFileName()));
        for (String program : List.of("ffmpeg", "ffprobe")) {
            Path script = scripts.resolve(program);
            Files.writeString(script, """
                    #!/bin/sh
                    for last; do true; done
                    if [ -e '%1$s' ] && echo "$*" | grep -q -f '%1$s'; then
                        ln -s /dev/full "${last#file:}"
                    fi
                    LD_LIBRARY_PATH='%2$s' exec '%2$s/%3$s' "$@"
                    """.formatted(full, release, program));
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
    }

    @AfterEach
    void stop() {
        studio.close();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** The last shot is the shortest, and so the last one to be begun. */
    private Declared film() throws Exception {
        return Declared.film("launch")
                .with("size", "64x64")
                .with("fps", "10")
                .shot("file", clip("long", 2).toString())
                .shot("title", "A", "seconds", "1")
                .shot("file", clip("short", 0.5).toString());
    }

    private Path clip(String name, double seconds) throws Exception {
        return studio.footage(
                name + ".mkv",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:r=10:d=" + seconds,
                "-f",
                "lavfi",
                "-i",
                "sine=d=" + seconds,
                "-c:v",
                "ffv1",
                "-c:a",
                "flac");
    }

    /**
     * @param run that finds the disk full
     * @param what the error names, as a pattern
     * @param kept segments that are not made again, at least
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-vn .*/short.mkv              | shot 3 \\(.*/short.mkv\\), its sound | 0",
                "-noaccurate_seek .*/short.mkv | shot 3 \\(.*/short.mkv\\)            | 2",
                "-c:a flac                     | its sound                           | 1",
                "+faststart                    | \"launch.mp4\"                        | 3",
            })
    void what_was_made_stays_nothing_is_half_and_the_same_command_goes_on(String run, String what, int kept)
            throws Exception {
        Declared declared = film();
        Files.writeString(full, run + "\n");
        assertThatThrownBy(() -> studio.make(declared))
                .isInstanceOf(VideogenException.class)
                .hasMessageMatching(
                        "Film \"launch\", " + what + ": the disk is full\\. What was made is kept; make room.*")
                .satisfies(e -> assertThat(((VideogenException) e).kind()).isEqualTo(ErrorKind.STORAGE));
        Map<String, String> made = pieces(studio.cache);
        Files.delete(full);
        MadeFilm film = studio.make(declared);

        assertThat(studio.pieces).isEqualTo(3);
        assertThat(studio.kept).isGreaterThanOrEqualTo(kept);
        assertThat(studio.frames(studio.path(film, "launch.mp4"))).isEqualTo(35);
        try (Studio undisturbed = new Studio(folder.resolve("undisturbed"), unpacked)) {
            Files.createDirectories(undisturbed.cache.resolve("film"));
            Files.createSymbolicLink(undisturbed.cache.resolve("film/.ffmpeg"), unpacked);
            undisturbed.make(declared);
            assertThat(pieces(studio.cache))
                    .isEqualTo(pieces(undisturbed.cache))
                    .containsAllEntriesOf(made);
            Files.delete(undisturbed.cache.resolve("film/.ffmpeg"));
        }
    }

    /** By name, which tells what a piece is, with their digests. */
    private static Map<String, String> pieces(Path cache) throws IOException {
        Map<String, String> pieces = new TreeMap<>();
        for (Path file : list(cache.resolve("film/launch"))) {
            // Whoever reads /dev/full is never done.
            assertThat(file).isRegularFile();
            pieces.put(file.getFileName().toString(), Sha256.of(file));
        }
        // It holds a time.
        pieces.keySet().removeIf(name -> name.endsWith(".film"));
        return pieces;
    }
}
