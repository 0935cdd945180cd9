package io.videogen.core.batch;

import static io.videogen.core.batch.BatchFixture.clips;
import static io.videogen.core.batch.BatchFixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.output.VideoSource;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.PreviewServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release needs: the approved bytes, no previews, no leftovers, nothing but clips in what is shipped. */
class ReleaseTest {

    @TempDir
    Path folder;

    private BatchFixture batch;

    @BeforeEach
    void setUp() {
        batch = new BatchFixture(folder);
    }

    @Test
    void theReportGoesElsewhereAndTheFolderOfTheClipsHoldsClipsAlone() throws IOException {
        Path report = folder.resolve("report");

        BatchReport first = batch.run(batch.settings().reportDirectory(report), task("a", "cat"));

        assertThat(first.manifest()).isEqualTo(report.resolve("videogen.json"));
        assertThat(names(batch.output)).containsExactly("a.mp4");
        assertThat(Files.readString(first.manifest())).contains("\"file\" : \"../out/a.mp4\"");
        assertThat(Files.readString(first.gallery())).contains("./../out/a.mp4");

        Object clip = fileKey("a.mp4");
        batch.run(batch.settings().reportDirectory(report), task("a", "cat"));
        assertThat(fileKey("a.mp4")).as("nothing to do rewrites no clip").isEqualTo(clip);
    }

    @Test
    void oneNameInTwoOutputFoldersHasTwoEntries() throws IOException {
        Path report = folder.resolve("report");
        batch.run(batch.settings().reportDirectory(report), task("a", "cat"));

        BatchFixture other = new BatchFixture(folder.resolve("other"));
        BatchReport second = other.run(other.settings().reportDirectory(report), task("a", "dog"));

        assertThat(Files.readString(second.manifest())).contains("../out/a.mp4").contains("../other/out/a.mp4");
    }

    @Test
    void aChosenTakeIsDeliveredUnderThePlainNameWithoutANewJob() throws IOException {
        batch.run(clips("a", "cat", 3));

        BatchReport report = batch.run(take(clips("a", "cat", 3), 2));

        assertThat(report.failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).hasSize(1);
        assertThat(names(batch.output)).containsExactly("a.mp4", "index.html", "videogen.json");
        assertThat(batch.output.resolve("a.mp4")).content().endsWith("/1");
        assertThat(Files.readString(report.manifest())).contains("\"take\" : 2");
        assertThatThrownBy(() -> batch.run(take(clips("a", "cat", 3), 4))).hasMessageContaining("from 1 to its n");
    }

    @Test
    void theDeclarationInTheGalleryIsWholeAlsoAfterALaterRun() throws IOException {
        batch.run(take(clips("a", "cat", 3), 2));

        BatchReport report = batch.run(task("b", "dog"));

        assertThat(Files.readString(report.gallery()))
                .contains("&lt;n&gt;3&lt;/n&gt;")
                .contains("&lt;take&gt;2&lt;/take&gt;");
    }

    @Test
    void whatNoExecutionDeclaresAnyMoreIsRemovedUnlessItWasChanged() throws IOException {
        batch.run(batch.settings().declared(Set.of("old", "own", "a")), task("old", "dog"), task("own", "bird"));
        Files.writeString(batch.output.resolve("own.mp4"), "edited by hand");

        BatchReport report = batch.run(batch.settings().declared(Set.of("a")), task("a", "cat"));

        assertThat(names(batch.output)).containsExactly("a.mp4", "index.html", "own.mp4", "videogen.json");
        assertThat(Files.readString(report.manifest())).doesNotContain("old").doesNotContain("own");
    }

    @Test
    void nothingIsRemovedInARunOfSomeVideosAlone() throws IOException {
        batch.run(batch.settings().declared(Set.of("old")), task("old", "dog"));

        batch.run(task("a", "cat"));

        assertThat(names(batch.output)).contains("a.mp4", "old.mp4");
    }

    @Test
    void aPreviewIsRefusedBeforeItIsDrawnAndNoOldOneStays() {
        batch.run(batch.settings().endpoint(null), task("a", "cat"));
        batch.remote.opened = 0;

        assertThatThrownBy(() -> batch.run(
                        batch.settings().endpoint(null).allowPreview(false), task("a", "cat"), task("b", "dog")))
                .isInstanceOfSatisfying(VideogenException.class, error -> assertThat(error.kind())
                        .isEqualTo(ErrorKind.INVALID_INPUT))
                .hasMessageContaining("allowPreview");

        assertThat(batch.remote.opened).isZero();
        assertThat(batch.output.resolve("a.mp4")).doesNotExist();
    }

    @Test
    void aPreviewOfAServerThatIsGivenAsEndpointIsNotDelivered() {
        batch.remote.idPrefix = PreviewServer.JOB_MARK;
        batch.run(task("a", "cat"));

        BatchReport report = batch.run(batch.settings().allowPreview(false), task("a", "cat"));

        assertThat(report.failures().get(0).error().orElseThrow().code()).isEqualTo("preview_not_allowed");
        assertThat(batch.output.resolve("a.mp4")).doesNotExist();
    }

    @Test
    void aJobOfAPreviewServerThatIsGoneBlocksNoRealBuild() {
        batch.remote.idPrefix = PreviewServer.JOB_MARK;
        batch.run(task("a", "endless"));
        assertThat(batch.plan(batch.settings(), task("a", "endless"))).anyMatch(line -> line.startsWith("a: resume"));

        assertThat(batch.plan(
                        batch.settings()
                                .endpoint(io.videogen.core.http.Endpoint.parse("https://real.example.com", false)),
                        task("a", "endless")))
                .contains("a: new");
    }

    @Test
    void aLockedBuildDeliversTheApprovedBytesOrFailsAndCreatesNoJob() throws IOException {
        VideoTask approved = take(clips("a", "cat", 2), 2);
        batch.run(approved);
        Path file = folder.resolve("src/videogen.lock");
        LockFile.write(file, batch.batch(batch.settings()).lockable(List.of(approved)), Set.of("a"));
        LockFile lock = LockFile.read(file);
        Files.delete(batch.output.resolve("a.mp4"));

        BatchReport report = batch.run(batch.settings().lock(lock), approved, task("b", "dog"));

        assertThat(report.videos().get(0).source()).contains(VideoSource.CACHE);
        assertThat(batch.output.resolve("a.mp4")).content().endsWith("/1");
        assertThat(report.videos().get(1).error().orElseThrow()).hasMessageContaining("\"b\" is not in the lock file");
        assertThat(batch.run(batch.settings().lock(lock), take(clips("a", "cat", 2), 1))
                        .failures())
                .singleElement()
                .satisfies(failed ->
                        assertThat(failed.error().orElseThrow()).hasMessageContaining("declared differently"));

        batch.run(batch.settings().refresh(Refresh.ALL), approved);
        assertThat(batch.run(batch.settings().lock(lock), approved).failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.error().orElseThrow()).hasMessageContaining("digest"));
        assertThat(batch.remote.createdPrompts).hasSize(2);
    }

    @Test
    void onlyWhatIsKeptCanBeLockedAndNoPreview() throws IOException {
        assertThatThrownBy(() -> batch.batch(batch.settings()).lockable(List.of(task("a", "cat"))))
                .hasMessageContaining("\"a\" can not be locked");
        batch.run(batch.settings().endpoint(null), task("a", "cat"));
        assertThatThrownBy(() -> batch.batch(batch.settings().endpoint(null)).lockable(List.of(task("a", "cat"))))
                .hasMessageContaining("real endpoint");
    }

    @Test
    void aLockFileThatIsMissingOrNoneSaysSoOnOneLine() throws IOException {
        Path file = folder.resolve("videogen.lock");

        assertThatThrownBy(() -> LockFile.read(file))
                .hasMessageContaining("\"" + file + "\" can not be read (it does not exist). Write it");
        Files.writeString(file, "{\"schema\":1,\n\"videos\":");
        assertThatThrownBy(() -> LockFile.read(file))
                .hasMessageContaining("is not valid JSON at line 2, column 10")
                .hasMessageNotContainingAny("\n", "REDACTED");
    }

    @Test
    void executionsShareALockFileAndWhatIsNotDeclaredGoes() throws IOException {
        batch.run(task("a", "cat"), task("b", "dog"));
        Path file = folder.resolve("videogen.lock");
        VideoBatch plan = batch.batch(batch.settings());

        LockFile.write(file, plan.lockable(List.of(task("b", "dog"))), Set.of("a", "b"));
        LockFile.write(file, plan.lockable(List.of(task("a", "cat"))), Set.of("a", "b"));
        assertThat(LockFile.read(file).entries())
                .extracting(LockFile.Entry::name)
                .containsExactly("a", "b");

        LockFile.write(file, plan.lockable(List.of(task("a", "cat"))), Set.of("a"));
        assertThat(LockFile.read(file).entries())
                .extracting(LockFile.Entry::name)
                .containsExactly("a");
    }

    @Test
    void aStrictBuildRefusesWhatWasNotAskedForAndKeepsIt() {
        VideoTask asked = new VideoTask(
                "a",
                VideoRequest.builder("cat")
                        .model("kling")
                        .seconds("4")
                        .size("640x480")
                        .build());
        BatchReport mild = batch.run(asked);
        assertThat(mild.failures()).isEmpty();
        assertThat(batch.warnings).anyMatch(warning -> warning.contains("640x480 was asked for"));
        assertThat(mild.manifest()).content().contains("\"warnings\"");

        BatchReport strict = batch.run(batch.settings().strict(true), asked);

        assertThat(strict.failures().get(0).error().orElseThrow().code()).isEqualTo("not_as_asked_for");
        assertThat(batch.output.resolve("a.mp4")).doesNotExist();
        assertThat(batch.run(asked).videos().get(0).source()).contains(VideoSource.CACHE);
        assertThat(batch.remote.createdPrompts).hasSize(1);
    }

    @Test
    void maxCostStopsWhatIsTooExpensiveAndWhatHasNoPrice() {
        Prices prices = Prices.of(List.of(new Prices.Price(
                "kling", java.util.Optional.of(Money.parse("perSecond", "0.10 USD")), java.util.Optional.empty())));
        BatchSettingsBuilder settings = batch.settings().prices(prices).maxCost(Money.parse("maxCost", "0.50 USD"));

        assertThatThrownBy(() -> batch.run(settings, task("a", "cat"), task("b", "dog")))
                .hasMessageContaining("would spend \"0.80 USD\"")
                .hasMessageContaining("maxCost allows \"0.50 USD\"");
        assertThatThrownBy(() -> batch.run(
                        batch.settings().prices(prices).maxCost(Money.parse("maxCost", "0.50 USD")),
                        new VideoTask(
                                "c", VideoRequest.builder("x").model("other").build())))
                .hasMessageContaining("the price of the video \"c\" is not known");
        assertThat(batch.plan(batch.settings().prices(prices), task("a", "cat")))
                .contains("1 new job, 4 new seconds, about 0.40 USD");
        BatchReport report = batch.run(batch.settings().prices(prices), task("a", "cat"));
        assertThat(report.spending().bought()).isEqualTo("4 seconds bought for about 0.40 USD");
        assertThat(report.manifest()).content().contains("\"unit\" : \"USD\"");
        assertThat(batch.remote.createdPrompts).hasSize(1);
    }

    @Test
    void theStoreOfAnEarlierVersionIsStillReadForClipsAndJobs() {
        batch.run(task("a", "cat"), task("b", "endless"));
        BatchFixture moved = new BatchFixture(folder.resolve("moved"));

        assertThat(moved.plan(
                        moved.settings().formerCacheDirectory(batch.cache), task("a", "cat"), task("b", "endless")))
                .contains("a: cached", "b: resume job_2");
        BatchReport report = moved.run(moved.settings().formerCacheDirectory(batch.cache), task("a", "cat"));
        assertThat(report.videos().get(0).source()).contains(VideoSource.CACHE);
        assertThat(moved.remote.createdPrompts).isEmpty();
    }

    private static VideoTask take(VideoTask task, int number) {
        return new VideoTask(task.name(), task.request(), OptionalInt.of(number));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Object fileKey(String name) throws IOException {
        return Files.readAttributes(batch.output.resolve(name), java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
    }
}
