package io.videogen.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmEntryTest {

    private static final FilmEntry FILM = new FilmEntry(
            "launch",
            "../classes",
            "ab".repeat(32),
            true,
            List.of(
                    new FilmEntry.File(
                            "../classes/launch.mp4",
                            "mp4",
                            1_234_567,
                            "cd".repeat(32),
                            OptionalInt.of(1280),
                            OptionalInt.of(720),
                            OptionalDouble.of(12.5)),
                    new FilmEntry.File(
                            "../classes/launch.vtt",
                            "vtt",
                            99,
                            "ef".repeat(32),
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            OptionalDouble.empty())),
            List.of(
                    new FilmEntry.Shot("title \"<b>Acme\"", 0, 2.5, false),
                    new FilmEntry.Shot("hero", 2.25, 12.5, true)),
            List.of("\"launch.gif\" has 8 pictures a second"));

    @TempDir
    private Path folder;

    @Test
    void a_film_is_read_as_it_was_written_and_stays_when_clips_change() throws Exception {
        ReportFolder report = new ReportFolder(folder, "Acme", warning -> {});
        report.updateManifest(manifest -> manifest.with(FILM));
        report.updateManifest(
                manifest -> manifest.merge(List.of(GalleryTest.entry("hero", "completed", "rendered", "x")), Set.of()));

        assertThat(report.readManifest().films()).containsExactly(FILM);
        assertThat(report.readManifest().videos()).hasSize(1);
        assertThat(Files.readString(report.manifestFile()))
                .containsSubsequence("\"films\"", "\"durationSeconds\" : 12.5", "\"shots\"", "\"videos\"");
        report.updateManifest(manifest -> manifest.without(FILM.place()));
        assertThat(report.readManifest().films()).isEmpty();
    }

    @Test
    void films_come_first_with_their_shots_as_chapters() {
        String page = Gallery.render(
                new Manifest(List.of(GalleryTest.entry("hero", "completed", "preview", "x")), List.of(FILM)), "Acme");

        assertThat(page)
                .containsSubsequence("1 film, 1 clip", "launch.mp4", "#t=2.25\">0:02 hero (PREVIEW)", "hero.mp4")
                .contains("title &quot;&lt;b&gt;Acme&quot;")
                .contains("8 pictures a second")
                .contains("Preview film launch");
    }
}
