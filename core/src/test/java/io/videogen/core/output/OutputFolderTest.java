package io.videogen.core.output;

import static io.videogen.core.output.GalleryTest.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void theManifestHasTheDocumentedFieldsInOrderAndNullForWhatIsAbsent() throws IOException {
        report().updateManifest(manifest -> manifest.merge(List.of(entry("a", "failed", null, "x")), Set.of()));

        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("videogen.json").toFile());
        List<String> fields = new ArrayList<>();
        json.path("videos").get(0).fieldNames().forEachRemaining(fields::add);
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(fields)
                .containsExactly(
                        "name",
                        "status",
                        "file",
                        "thumbnail",
                        "sha256",
                        "bytes",
                        "durationSeconds",
                        "width",
                        "height",
                        "model",
                        "prompt",
                        "seconds",
                        "size",
                        "api",
                        "endpoint",
                        "jobId",
                        "source",
                        "createdAt",
                        "completedAt",
                        "elapsedMillis",
                        "error");
        assertThat(json.path("videos").get(0).get("file").isNull()).isTrue();
        assertThat(json.path("videos").get(0).path("error").path("code").asText())
                .isEqualTo("insufficient_quota");
    }

    @Test
    void executionsThatShareAFolderMergeByNameAndKeepTheirOrder() {
        report().updateManifest(manifest -> manifest.merge(
                List.of(entry("a", "completed", "rendered", "1"), entry("b", "completed", "rendered", "2")), Set.of()));
        report().updateManifest(manifest -> manifest.merge(List.of(entry("a", "completed", "cache", "3")), Set.of()));

        assertThat(report().readManifest().videos())
                .containsExactly(entry("a", "completed", "cache", "3"), entry("b", "completed", "rendered", "2"));
    }

    @Test
    void writersOfOneFolderTakeTurns() {
        IntStream.range(0, 24).parallel().forEach(number -> report().updateManifest(
                        manifest -> manifest.merge(List.of(entry("v" + number, "completed", "cache", "x")), Set.of())));

        assertThat(report().readManifest().videos()).hasSize(24);
    }

    @Test
    void aDamagedManifestIsReplacedWithAWarning() throws IOException {
        Files.writeString(folder.resolve("videogen.json"), "{\"schema\":1,\"videos\":[{\"name\":\"a\"");

        report().updateManifest(manifest -> manifest.merge(List.of(entry("b", "completed", "cache", "x")), Set.of()));

        assertThat(warnings).hasSize(1).first().asString().contains("videogen.json");
        assertThat(report().readManifest().videos()).hasSize(1);
    }

    @Test
    void whatACrashLeftIsSweptAndWhatIsBeingWrittenIsNot() throws IOException {
        Path stray = Files.createFile(folder.resolve(".videogen-1-12345-7.tmp"));
        Path note = Files.createFile(folder.resolve(".videogen-1-12345-7.tmp.resume"));
        Path alive = Files.createFile(output().temporaryFile());

        output().prepare();

        assertThat(stray).doesNotExist();
        assertThat(note).doesNotExist();
        assertThat(alive).exists();
    }

    @Test
    void aNameFromAnEditedManifestNeverLeadsOutOfTheFolder() throws IOException {
        Path outside = Files.createFile(folder.resolve("precious"));
        Path inside = Files.createDirectory(folder.resolve("out"));

        new OutputFolder(inside, warnings::add).discard("../precious");

        assertThat(outside).exists();
    }

    private ReportFolder report() {
        return new ReportFolder(folder, "Acme 4.2", warnings::add);
    }

    private OutputFolder output() {
        return new OutputFolder(folder, warnings::add);
    }
}
