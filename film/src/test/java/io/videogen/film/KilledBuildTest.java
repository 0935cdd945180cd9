package io.videogen.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build that is killed while FFmpeg works: it can not tidy up after itself. */
class KilledBuildTest {

    /** No part of a film takes so long. */
    private static final int PATIENCE_MINUTES = 2;

    @TempDir
    private static Path unpacked;

    @TempDir
    private Path folder;

    private Studio studio;

    @BeforeAll
    static void unpack() {
        new Studio(unpacked, unpacked).close();
    }

    @BeforeEach
    void start() {
        studio = new Studio(folder, unpacked);
    }

    @AfterEach
    void stop() throws IOException {
        studio.close();
        Files.delete(studio.cache.resolve("film/.ffmpeg"));
    }

    /** Makes the film in a JVM of its own, and prints each per cent. */
    static final class Build {
        private Build() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            try (Studio studio = new Studio(folder, Path.of(arguments[1]))) {
                share(studio, Path.of(arguments[1]));
                studio.watcher = System.out::println;
                studio.make(film(folder));
            }
        }
    }

    private static void share(Studio studio, Path unpacked) throws IOException {
        Path releases = studio.cache.resolve("film/.ffmpeg");
        if (Files.notExists(releases)) {
            Files.createDirectories(releases.getParent());
            Files.createSymbolicLink(releases, unpacked);
        }
    }

    /** The clip is begun first, and takes longer than all else. */
    private static Declared film(Path folder) {
        return Declared.film("launch")
                .with("size", "1280x720")
                .with("fps", "30")
                .shot("title", "A", "seconds", "0.2")
                .shot("file", folder.resolve("noise.mp4").toString())
                .shot("title", "B", "seconds", "0.2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothing_half_has_a_final_name_ffmpeg_ends_and_what_was_made_is_not_made_again(boolean ffmpegToo)
            throws Exception {
        studio.footage("noise.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=30:d=5", "-c:v", "libopenh264");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Build.class.getName(),
                        folder.toString(),
                        unpacked.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<ProcessHandle> working = List.of();
        try (BufferedReader percents = build.inputReader()) {
            while (pieces("mp4").size() < 2 || working.isEmpty()) {
                assertThat(percents.readLine())
                        .as("it goes on until it is killed")
                        .isNotNull();
                working = build.descendants().toList();
            }
            build.destroyForcibly().waitFor();
        }
        if (ffmpegToo) {
            working.forEach(ProcessHandle::destroyForcibly);
        }
        for (ProcessHandle process : working) {
            process.onExit().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        }
        Map<Path, Long> made = pieces("mp4");
        assertThat(made).hasSize(2);
        for (Path piece : made.keySet()) {
            assertThat(studio.frames(piece)).isEqualTo(6);
        }
        assertThat(pieces("film")).isEmpty();

        share(studio, unpacked);
        MadeFilm film = studio.make(film(folder));

        assertThat(studio.pieces).isEqualTo(3);
        assertThat(studio.kept).isEqualTo(2);
        assertThat(pieces("mp4")).containsAllEntriesOf(made);
        assertThat(studio.frames(studio.path(film, "launch.mp4"))).isEqualTo(162);
    }

    /** Of the film, with the times at which they were finished. */
    private Map<Path, Long> pieces(String extension) throws IOException {
        Path pieces = studio.cache.resolve("film/launch");
        Map<Path, Long> finished = new TreeMap<>();
        if (Files.isDirectory(pieces)) {
            try (Stream<Path> files = Files.list(pieces)) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (!name.startsWith(".part-") && name.endsWith("." + extension)) {
                        finished.put(file, Files.getLastModifiedTime(file).toMillis());
                    }
                }
            }
        }
        return finished;
    }
}
