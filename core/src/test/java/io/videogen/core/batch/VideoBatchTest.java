package io.videogen.core.batch;

import static io.videogen.core.batch.BatchFixture.clips;
import static io.videogen.core.batch.BatchFixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.artifact.Stills;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.http.Endpoint;
import io.videogen.core.output.VideoSource;
import io.videogen.core.output.VideoStatus;
import io.videogen.core.request.Reference;
import io.videogen.core.request.RequestKey;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.KeyLock;
import io.videogen.core.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoBatchTest {

    @TempDir
    Path folder;

    private BatchFixture batch;

    @BeforeEach
    void setUp() {
        batch = new BatchFixture(folder);
    }

    @Test
    void equalRequestsUnderTwoNamesMakeOneJobAndTwoFiles() {
        BatchReport report = batch.run(task("a", "cat"), task("b", "cat"));

        assertThat(batch.remote.createdPrompts).containsExactly("cat");
        assertThat(report.failures()).isEmpty();
        assertThat(report.spending().jobs()).isEqualTo(1);
        assertThat(batch.output.resolve("a.mp4")).hasSameBinaryContentAs(batch.output.resolve("b.mp4"));
    }

    @Test
    void aPlanSendsNothingCreatesNothingAndCountsSecondsTimesClips() {
        assertThat(batch.plan(batch.settings(), task("a", "cat"), clips("b", "dog", 3)))
                .containsExactly("a: new", "b: new", "2 new jobs, 16 new seconds");

        assertThat(batch.remote.opened).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsBoughtWhereTheReportCanNotBeWritten() throws IOException {
        Path report = Files.createFile(folder.resolve("report"));

        assertThatThrownBy(() -> batch.run(batch.settings().reportDirectory(report), task("a", "cat")))
                .isInstanceOfSatisfying(VideogenException.class, error -> assertThat(error.kind())
                        .isEqualTo(ErrorKind.STORAGE))
                .hasMessageContaining("\"" + report + "\"")
                .hasMessageContaining("a file is where a folder must be")
                .hasMessageContaining("Nothing was sent");
        assertThat(batch.remote.createdPrompts).isEmpty();
    }

    @Test
    void aNumberThatIsTooLargeIsToldAsUsersWriteIt() {
        assertThatThrownBy(() ->
                        batch.settings().jobTimeout(Duration.ofDays(300_000)).build())
                .hasMessageContaining("The value of jobTimeout is \"7200000h\". It must be above 0 and up to 30 days");
        assertThatThrownBy(() -> batch.settings().pollInterval(Duration.ZERO).build())
                .hasMessageContaining("The value of pollInterval is \"0s\".");
    }

    @Test
    void aPlanTellsWhatIsCached() {
        batch.run(task("a", "cat"));

        assertThat(batch.plan(batch.settings(), task("a", "cat")))
                .containsExactly("a: cached", "0 new jobs, 0 new seconds");
    }

    @Test
    void aPlanLeavesADamagedClipAndAllRecordsAsTheyAre() throws IOException {
        batch.run(task("a", "cat"), task("b", "dog"));
        Path damaged = storedClip();
        Files.writeString(damaged, "damaged");
        Files.delete(batch.output.resolve("a.mp4"));
        Files.delete(batch.output.resolve("b.mp4"));
        try (var clips = Files.list(batch.cache.resolve("clips"))) {
            for (Path clip : clips.toList()) {
                Path whole = clip.resolve("clip.mp4");
                if (!whole.equals(damaged)) {
                    Files.setLastModifiedTime(whole, FileTime.fromMillis(1_000));
                }
            }
        }
        batch.time.pass(Duration.ofDays(3));
        Map<Path, FileTime> before = allStamps();

        List<String> plan = batch.plan(batch.settings(), task("a", "cat"), task("b", "dog"));

        assertThat(plan).contains("1 new job, 4 new seconds");
        assertThat(batch.warnings).singleElement().asString().contains("damaged", "would not be used");
        assertThat(allStamps()).isEqualTo(before);
    }

    @Test
    void aDamagedClipIsTakenBackFromWhereItWasDelivered() throws IOException {
        batch.run(task("a", "cat"));
        Path stored = storedClip();
        byte[] good = Files.readAllBytes(stored);
        Files.writeString(stored, "damaged");

        assertThat(batch.plan(batch.settings(), task("a", "cat"))).contains("a: cached");
        BatchReport report = batch.run(task("a", "cat"));

        assertThat(report.spending().jobs()).isZero();
        assertThat(batch.remote.createdPrompts).hasSize(1);
        assertThat(stored).hasBinaryContent(good);
        assertThat(batch.output.resolve("a.mp4")).hasBinaryContent(good);
        assertThat(batch.warnings).singleElement().asString().contains("damaged", "taken back");
    }

    @Test
    void aDamagedClipIsNotTakenBackFromAFileThatIsDamagedToo() throws IOException {
        batch.run(task("a", "cat"));
        Files.writeString(storedClip(), "damaged");
        Files.writeString(batch.output.resolve("a.mp4"), "damaged");

        assertThat(batch.run(task("a", "cat")).spending().jobs()).isEqualTo(1);
    }

    @Test
    void severalClipsAreNumberedAndEachHasItsEntry() throws IOException {
        BatchReport report = batch.run(clips("a", "cat", 2));

        assertThat(report.videos().get(0).clips())
                .extracting(clip -> clip.name())
                .containsExactly("a-1", "a-2");
        assertThat(batch.output.resolve("a-2.mp4")).isRegularFile();
        assertThat(Files.readString(report.manifest())).contains("\"a-1\"").contains("\"a-2\"");
    }

    @Test
    void numberedClipsGoWhenTheVideoHasOneClipNow() throws IOException {
        batch.run(clips("a", "cat", 2));

        BatchReport report = batch.run(task("a", "cat"));

        assertThat(batch.output.resolve("a-1.mp4")).doesNotExist();
        assertThat(batch.output.resolve("a.mp4")).isRegularFile();
        assertThat(Files.readString(report.manifest())).doesNotContain("a-1");
    }

    @Test
    void theBudgetOfJobsStopsTheWholeBatchBeforeAnythingIsSentAndListsIt() {
        assertThatThrownBy(() -> batch.run(batch.settings().maxNewJobs(1), task("a", "cat"), task("b", "dog")))
                .isInstanceOfSatisfying(VideogenException.class, error -> assertThat(error.kind())
                        .isEqualTo(ErrorKind.SPEND_GUARD))
                .hasMessageContaining("\"2\"")
                .hasMessageContaining("a (kling, 4 s), b (kling, 4 s)");
        assertThat(batch.remote.opened).isZero();
    }

    @Test
    void theBudgetOfSecondsCountsClipsAndWantsALength() {
        assertThatThrownBy(
                        () -> batch.run(batch.settings().maxNewSeconds(new BigDecimal("11.5")), clips("a", "cat", 3)))
                .hasMessageContaining("\"12\"")
                .hasMessageContaining("\"11.5\"");
        VideoTask endless =
                new VideoTask("b", VideoRequest.builder("x").model("kling").build());
        assertThatThrownBy(() -> batch.run(batch.settings().maxNewSeconds(BigDecimal.TEN), endless))
                .hasMessageContaining("\"b\" has no seconds");
        assertThat(batch.remote.createdPrompts).isEmpty();
    }

    @Test
    void aFrozenBuildTakesCachedClipsAndCreatesNothing() {
        batch.run(task("a", "cat"));

        assertThat(batch.run(batch.settings().frozen(true), task("a", "cat")).failures())
                .isEmpty();
        assertThatThrownBy(() -> batch.run(batch.settings().frozen(true), task("a", "cat"), task("b", "dog")))
                .hasMessageContaining("frozen")
                .hasMessageContaining("b (kling");
    }

    @Test
    void theBudgetCountsAllRunsOfABuildAndEqualRequestsOnce() {
        BuildBudget build = new BuildBudget();
        batch.run(batch.settings().budget(build).maxNewJobs(2), task("a", "cat"));
        batch.run(batch.settings().budget(build).maxNewJobs(2), task("b", "cat"), task("c", "dog"));

        assertThatThrownBy(() -> batch.run(batch.settings().budget(build).maxNewJobs(2), task("d", "bird")))
                .hasMessageContaining("would create \"3\" new jobs")
                .hasMessageContaining("d (kling, 4 s)");
        assertThatThrownBy(() -> batch.run(batch.settings().budget(build).maxNewJobs(9), task("d", "bird")))
                .as("no more is created once a plan was too much")
                .hasMessageContaining("An earlier part of this build");
        assertThat(batch.remote.createdPrompts).containsExactly("cat", "dog");
    }

    @Test
    void theBudgetCountsTheSecondTryOfAFailedVideo() {
        BuildBudget build = new BuildBudget();
        batch.run(batch.settings().budget(build).maxNewJobs(1), task("a", "fails"));

        BatchReport again = batch.run(batch.settings().budget(build).maxNewJobs(1), task("a", "fails"));

        assertThat(again.failures().get(0).error().orElseThrow().kind()).isEqualTo(ErrorKind.SPEND_GUARD);
        assertThat(batch.remote.createdPrompts).containsExactly("fails");
    }

    @Test
    void aPromptThatIsOnlyWrittenDifferentlyBuysNothing() {
        batch.run(task("a", "A cat\non a beach"));

        assertThat(batch.plan(batch.settings(), task("a", "A cat\r\n      on a beach  \r\n")))
                .contains("a: cached");
    }

    @Test
    void whatWasPaidBeforePromptsWereNormalisedIsFoundUnderItsOldKey() throws IOException {
        VideoTask indented = task("a", "A cat\n      on a beach");
        batch.run(indented);
        moveToFormerKey(indented);

        assertThat(batch.plan(batch.settings(), indented)).contains("a: cached");
        assertThat(batch.plan(batch.settings(), task("b", "A cat\non a beach"), indented))
                .containsExactly("b: cached", "a: cached", "0 new jobs, 0 new seconds");
        assertThat(batch.run(indented).videos().get(0).source()).contains(VideoSource.CACHE);
        assertThat(batch.run(batch.settings().refresh(Refresh.ALL), indented).failures())
                .isEmpty();
        assertThat(batch.remote.createdPrompts).containsExactly("A cat\non a beach", "A cat\non a beach");
    }

    @Test
    void aRefusedPlanLeavesNoOldClipUnderTheNameOfTheRefusedVideo() {
        batch.run(task("a", "cat"));

        assertThatThrownBy(() -> batch.run(batch.settings().frozen(true), task("a", "another cat")))
                .isInstanceOf(VideogenException.class);

        assertThat(batch.output.resolve("a.mp4")).doesNotExist();
        assertThat(batch.output.resolve("videogen.json")).content().contains("\"spend_guard\"");
    }

    @Test
    void theBudgetHoldsWhenAStoredClipTurnsOutDamagedWhileItIsDelivered() throws IOException {
        batch.run(task("a", "cat"));
        Path stored = storedClip();
        FileTime stamp = Files.getLastModifiedTime(stored);
        byte[] content = Files.readAllBytes(stored);
        content[0] ^= 1;
        Files.write(stored, content);
        Files.setLastModifiedTime(stored, stamp);
        Files.delete(batch.output.resolve("a.mp4"));

        BatchReport report = batch.run(batch.settings().maxNewJobs(0), task("a", "cat"));

        assertThat(report.videos().get(0).error().orElseThrow().kind()).isEqualTo(ErrorKind.SPEND_GUARD);
        assertThat(batch.output.resolve("a.mp4")).doesNotExist();
        assertThat(batch.remote.createdPrompts).hasSize(1);

        assertThat(batch.run(task("a", "cat")).failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).hasSize(2);
    }

    @Test
    void anOfflineBuildDeliversWhatTheStoreHasAndFailsTheRestWithoutOpeningTheRemoteSide() throws IOException {
        batch.run(task("a", "cat"));
        Files.delete(batch.output.resolve("a.mp4"));
        batch.remote.opened = 0;

        BatchReport report = batch.run(batch.settings().offline(true), task("a", "cat"), task("b", "dog"));

        assertThat(report.videos())
                .extracting(VideoResult::status)
                .containsExactly(VideoStatus.COMPLETED, VideoStatus.FAILED);
        assertThat(report.videos().get(1).error().orElseThrow().kind()).isEqualTo(ErrorKind.OFFLINE);
        assertThat(batch.remote.opened).isZero();
    }

    @Test
    void refreshRendersAgainThoughCached() {
        batch.run(task("a", "cat"), task("b", "dog"));

        BatchReport report =
                batch.run(batch.settings().refresh(Refresh.parse("a")), task("a", "cat"), task("b", "dog"));

        assertThat(batch.remote.createdPrompts).containsExactly("cat", "dog", "cat");
        assertThat(report.videos())
                .extracting(video -> video.source().orElseThrow())
                .containsExactly(VideoSource.RENDERED, VideoSource.CACHE);
    }

    @Test
    void aNameInRefreshThatNoVideoHasIsAMistake() {
        assertThatThrownBy(() -> batch.run(batch.settings().refresh(Refresh.parse("aa")), task("a", "cat")))
                .hasMessageContaining("\"aa\"")
                .hasMessageContaining("refresh");
    }

    @Test
    void aFailedVideoKeepsNoFileAndDoesNotLoseTheOthers() {
        batch.run(task("bad", "cat"));

        BatchReport report = batch.run(task("bad", "fails"), task("good", "dog"));

        assertThat(report.videos())
                .extracting(VideoResult::status)
                .containsExactly(VideoStatus.FAILED, VideoStatus.COMPLETED);
        assertThat(batch.output.resolve("bad.mp4")).doesNotExist();
        assertThat(batch.output.resolve("good.mp4")).isRegularFile();
        assertThat(batch.plan(batch.settings(), task("bad", "fails"))).contains("bad: new");
    }

    @Test
    void whileAVideoIsRenderedAnewTheManifestDoesNotPromiseItsOldClip() throws IOException {
        batch.run(task("a", "cat"));
        List<String> seen = new ArrayList<>();
        batch.remote.beforeCreate = () -> seen.add(content(batch.output.resolve("videogen.json")));

        batch.run(task("a", "another cat"));

        assertThat(seen)
                .hasSize(1)
                .first()
                .asString()
                .contains("\"in_progress\"")
                .doesNotContain("a.mp4");
        assertThat(content(batch.output.resolve("videogen.json"))).contains("\"completed\"");
    }

    @Test
    void aReferenceThatChangesDuringTheBuildIsNotPaidUnderTheOldOnesKey() throws IOException {
        Path image = Files.write(folder.resolve("cat.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
        VideoTask guided = new VideoTask(
                "guided",
                VideoRequest.builder("cat")
                        .model("kling")
                        .seconds("4")
                        .reference(new Reference.LocalFile(image))
                        .build());
        batch.remote.beforeCreate = () -> {
            try {
                Files.write(image, new byte[] {(byte) 0x89, 'P', 'N', 'G', 2, 3});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        BatchReport report = batch.run(batch.settings().concurrency(1), task("first", "dog"), guided);

        assertThat(batch.remote.createdPrompts).containsExactly("dog");
        assertThat(report.failures()).singleElement().satisfies(failed -> {
            assertThat(failed.name()).isEqualTo("guided");
            assertThat(failed.error().orElseThrow().code()).isEqualTo("reference_changed");
        });
    }

    @Test
    void noMoreJobsAreInFlightThanConcurrencyAllowsAndOrderIsKept() {
        List<VideoTask> tasks = new ArrayList<>();
        List<String> prompts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tasks.add(task("v" + i, "prompt " + i));
            prompts.add("prompt " + i);
        }

        BatchReport report = batch.batch(batch.settings().concurrency(3)).run(tasks);

        assertThat(report.failures()).isEmpty();
        assertThat(batch.remote.mostInFlight).isEqualTo(3);
        assertThat(batch.remote.createdPrompts).containsExactlyElementsOf(prompts);
    }

    @Test
    void aJobThatTakesTooLongTimesOutWithItsIdAndIsTakenUpByTheNextRun() {
        batch.remote.renderTime = Duration.ofMinutes(15);

        BatchReport first = batch.run(task("a", "cat"));

        assertThat(first.videos().get(0).status()).isEqualTo(VideoStatus.TIMEOUT);
        assertThat(first.videos().get(0).error().orElseThrow())
                .hasMessageContaining("job_1")
                .hasMessageContaining("10m");
        assertThat(first.elapsed()).isEqualTo(Duration.ofMinutes(10));
        assertThat(batch.plan(batch.settings(), task("a", "cat")))
                .containsExactly("a: resume job_1", "0 new jobs, 0 new seconds");

        BatchReport second = batch.run(batch.settings().frozen(true), task("a", "cat"));

        assertThat(second.videos().get(0).source()).contains(VideoSource.RESUMED);
        assertThat(batch.remote.createdPrompts).hasSize(1);
    }

    @Test
    void aDownloadThatNeverEndsIsBoundedByTheTimeout() {
        batch.remote.beforeDownload = () -> {
            batch.time.pass(batch.remote.granted);
            return new DownloadOutcome.Transient("its time is up", Optional.empty());
        };

        BatchReport report = batch.run(task("a", "cat"));

        assertThat(report.videos().get(0).status()).isEqualTo(VideoStatus.TIMEOUT);
        assertThat(report.videos().get(0).error().orElseThrow())
                .hasMessageContainingAll("\"job_1\"", "\"10m\"", "its time is up", "Run the same build again");
        assertThat(report.elapsed()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));

        batch.remote.beforeDownload = () -> null;
        assertThat(batch.run(task("a", "cat")).failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).hasSize(1);
    }

    @Test
    void aJobThatIsCompletedAtTheLastMomentStillHasTimeForItsDownload() {
        batch.remote.renderTime = Duration.ofMinutes(10);

        assertThat(batch.run(task("a", "cat")).failures()).isEmpty();

        assertThat(batch.remote.granted).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aJobThatIsCompletedAtTheLastMomentIsFetchedThoughItsContentComesLate() {
        batch.remote.renderTime = Duration.ofMinutes(10);
        AtomicInteger tries = new AtomicInteger();
        batch.remote.beforeDownload =
                () -> tries.incrementAndGet() < 3 ? new DownloadOutcome.NotReady("the server answered 404") : null;

        assertThat(batch.run(task("a", "cat")).failures()).isEmpty();
    }

    @Test
    void aThumbnailThatNeverEndsDoesNotHoldItsClipBack() {
        batch.remote.hasThumbnails = true;
        batch.remote.beforeThumbnail = () -> {
            batch.time.pass(batch.remote.granted);
            return new DownloadOutcome.Transient("its time is up", Optional.empty());
        };

        assertThat(batch.run(task("a", "cat")).failures()).isEmpty();

        assertThat(batch.output.resolve("a.mp4")).exists();
    }

    @Test
    void aPartOutsideTheStoreIsRemovedWhenItsVideoIsGivenUp() {
        batch.remote.refuseDisk = true;
        batch.remote.afterDownload = part -> {
            write(part.resolveSibling(part.getFileName() + ".resume"));
            return new DownloadOutcome.Transient("the connection broke", Optional.empty());
        };

        BatchReport report = batch.run(task("a", "cat"));

        assertThat(report.videos().get(0).status()).isEqualTo(VideoStatus.TIMEOUT);
        assertThat(batch.output).isDirectoryNotContaining("glob:**/.videogen-*");
    }

    @Test
    void theLatestTroubleIsOneSentenceWhateverTheApiSaid() {
        batch.remote.beforeDownload = () -> new DownloadOutcome.Transient("the server answered: No.", Optional.empty());

        BatchReport report = batch.run(task("a", "cat"));

        assertThat(report.videos().get(0).error().orElseThrow())
                .hasMessageContaining("Latest trouble: download failed (the server answered: No). What has arrived");
    }

    @Test
    void aLostReplyEndsAsUnknownAndIsSubmittedAgainOnlyWhenAskedFor() {
        batch.remote.loseCreateReplies = true;
        BatchReport first = batch.run(task("a", "cat"));
        batch.remote.loseCreateReplies = false;

        assertThat(first.videos().get(0).status()).isEqualTo(VideoStatus.UNKNOWN);
        assertThat(batch.plan(batch.settings(), task("a", "cat")).get(0))
                .startsWith("a: unknown since 2026-11-22T10:00");
        assertThat(batch.run(task("a", "cat")).videos().get(0).status()).isEqualTo(VideoStatus.UNKNOWN);
        assertThat(batch.remote.createdPrompts).hasSize(1);

        BatchReport again = batch.run(batch.settings().resubmit(Set.of("a")), task("a", "cat"));

        assertThat(again.failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).hasSize(2);
    }

    @Test
    void aJobThatALookUpFindsAfterALostReplyWasBoughtInThisBuild() {
        batch.remote.loseCreateReplies = true;
        batch.remote.findLostJobs = true;

        BatchReport report = batch.run(task("a", "cat"));

        assertThat(report.videos().get(0).source()).contains(VideoSource.RENDERED);
        assertThat(report.spending().bought()).isEqualTo("4 seconds bought");
    }

    @Test
    void aSubmissionOfAKilledResubmitIsReportedBeforeItIsSubmittedOnceMore() {
        batch.remote.loseCreateReplies = true;
        batch.run(task("a", "cat"));
        batch.remote.loseCreateReplies = false;
        BatchSettingsBuilder resubmit = batch.settings().resubmit(Set.of("a"));
        batch.remote.beforeCreate = () -> {
            throw new IllegalStateException("as good as killed, after the submission was recorded");
        };
        batch.run(resubmit, task("a", "cat"));
        batch.remote.beforeCreate = () -> {};

        BatchReport sameCommand = batch.run(resubmit, task("a", "cat"));

        assertThat(sameCommand.videos().get(0).status()).isEqualTo(VideoStatus.UNKNOWN);
        assertThat(batch.remote.createdPrompts).hasSize(1);
        assertThat(batch.run(resubmit, task("a", "cat")).failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).hasSize(2);
    }

    @Test
    void theRecordThatARunLeftWhenItDiedAfterKeepingTheClipGoesWithTheNextDelivery() throws IOException {
        String job = batch.run(task("a", "cat")).videos().get(0).jobId().orElseThrow();
        Ledger ledger =
                ClipStore.open(batch.cache, batch.time, batch.warnings::add).ledger();
        String key = Files.list(batch.cache.resolve("clips"))
                .findFirst()
                .orElseThrow()
                .getFileName()
                .toString();
        ledger.save(new RenderState(
                key,
                "a",
                Optional.of("kling"),
                "new-api",
                BatchFixture.HERE,
                Phase.DONE,
                Optional.of("submission"),
                Optional.of(batch.time.instant()),
                Optional.of(job),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                0,
                List.of(),
                Stills.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        Path parts = Files.createDirectories(batch.cache.resolve("parts").resolve(key));
        Files.delete(batch.output.resolve("a.mp4"));

        assertThat(batch.run(task("a", "cat")).failures()).isEmpty();

        assertThat(ledger.find(key)).isEmpty();
        assertThat(parts).doesNotExist();
    }

    @Test
    void resubmitDoesNotForgetAJobThatIsKnownAndRuns() {
        batch.remote.renderTime = Duration.ofMinutes(15);
        batch.run(task("a", "cat"));

        BatchReport report = batch.run(batch.settings().resubmit(Set.of("a")), task("a", "cat"));

        assertThat(report.failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).hasSize(1);
        assertThat(batch.events)
                .anyMatch(event -> event instanceof RenderEvent.Warning warning
                        && warning.message().contains("resubmit is not needed"));
    }

    @Test
    void aJobOfAnotherEndpointIsAnErrorThatNamesJobAndOrigin() {
        batch.remote.renderTime = Duration.ofMinutes(15);
        batch.run(task("a", "cat"));
        FakeRemote elsewhere = new FakeRemote("https://other.example.com", batch.time);
        BatchSettingsBuilder there = batch.settings().endpoint(Endpoint.parse("https://other.example.com/v1", false));

        BatchReport report = batch.batch(there, elsewhere).run(List.of(task("a", "cat"), task("b", "dog")));

        assertThat(report.videos().get(0).error().orElseThrow())
                .hasMessageContaining("job_1")
                .hasMessageContaining("\"https://gateway.example.com\"");
        assertThat(report.videos().get(1).isCompleted()).isTrue();
        assertThat(elsewhere.createdPrompts).containsExactly("dog");
    }

    @Test
    void aPreviewJobIsNeverResumed() {
        batch.remote.renderTime = Duration.ofMinutes(15);
        BatchSettingsBuilder preview = batch.settings().endpoint(null);
        batch.run(preview, task("a", "cat"));
        batch.remote.renderTime = Duration.ofSeconds(1);

        BatchReport report = batch.run(preview, task("a", "cat"));

        assertThat(batch.remote.createdPrompts).hasSize(2);
        assertThat(report.videos().get(0).source()).contains(VideoSource.PREVIEW);
        assertThat(batch.output.resolve("videogen.json")).content().contains("\"endpoint\" : \"preview\"");
        assertThat(batch.run(preview, task("a", "cat")).videos().get(0).source())
                .contains(VideoSource.PREVIEW);
    }

    @Test
    void anAddressThatMayBeSignedStaysOutOfTheManifestAndTheGallery() {
        String signed = "https://bucket.example/a.mp4?X-Amz-Signature=5ec12e7";
        VideoRequestBuilder character = VideoRequest.builder("x")
                .model("sora-2")
                .seconds("4")
                .set(VideoField.CHARACTER_URL, signed)
                .set(VideoField.CHARACTER_TIMESTAMPS, "1,3");
        batch.run(batch.settings().api(ApiName.LCONAI), new VideoTask("a", character.build()));
        assertThat(shown())
                .doesNotContain("5ec12e7", "bucket.example")
                .contains("\"characterUrl\" : \"\"", "\"characterTimestamps\" : \"1,3\"");

        for (String address : List.of(signed, signed.replace("/", "\\/"), signed.replace(":", "\\u003A"))) {
            VideoRequestBuilder json = VideoRequest.builder(address.length() + "y")
                    .model("kling")
                    .seconds("4")
                    .set(VideoField.METADATA, "{\"image_tail\": \"" + address + "\"}")
                    .set(VideoField.OPTIONS, "{\"webhook\": \"" + address + "\"}");
            batch.run(new VideoTask("a", json.build()));
            assertThat(shown()).doesNotContain("5ec12e7").contains("\"metadata\" : \"\"", "\"options\" : \"\"");
        }

        VideoRequestBuilder plain = VideoRequest.builder("z")
                .model("kling")
                .seconds("4")
                .set(VideoField.OPTIONS, "{\"style\": \"film: 16//9\"}");
        batch.run(new VideoTask("a", plain.build()));
        assertThat(shown()).contains("film: 16//9");
    }

    private String shown() {
        return content(batch.output.resolve("videogen.json")) + content(batch.output.resolve("index.html"));
    }

    @Test
    void aPreviewClipIsNeverDeliveredForARealRequest() {
        batch.run(batch.settings().endpoint(null), task("a", "cat"));

        assertThat(batch.run(task("a", "cat")).videos().get(0).source()).contains(VideoSource.RENDERED);
    }

    @Test
    void aClipThatAnotherBuildRendersIsWaitedForAndTaken() {
        ClipStore store = ClipStore.open(batch.cache, batch.time, message -> {});
        String key = RequestKey.of(task("a", "cat").request(), false, path -> "");
        KeyLock other = store.tryLock(key).orElseThrow();
        batch.time.after(Duration.ofMinutes(1), Lanes.Lane.POLL, other::close);

        BatchReport report = batch.run(batch.settings().concurrency(1), task("a", "cat"), task("b", "dog"));

        assertThat(report.failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).containsExactly("dog", "cat");
        assertThat(batch.events)
                .filteredOn(RenderEvent.WaitingForOther.class::isInstance)
                .hasSize(1);
    }

    @Test
    void nothingIsSentWhenTheSubmissionCanNotBeRecorded() throws IOException {
        Files.createDirectories(batch.cache);
        Files.writeString(batch.cache.resolve("jobs"), "a file where the ledger's folder should be");

        BatchReport report = batch.run(task("a", "cat"));

        assertThat(report.videos().get(0).error().orElseThrow().kind()).isEqualTo(ErrorKind.STORAGE);
        assertThat(batch.remote.createdPrompts).isEmpty();
    }

    @Test
    void aPaidClipThatTheStoreCanNotTakeIsDeliveredAllTheSame() {
        batch.remote.refuseDisk = true;

        BatchReport report = batch.run(task("a", "cat"));

        assertThat(report.failures()).isEmpty();
        assertThat(batch.output.resolve("a.mp4")).isRegularFile();
        assertThat(batch.warnings).anyMatch(warning -> warning.contains("straight to the output folder"));
        assertThat(batch.output).isDirectoryNotContaining("glob:**/.videogen-*");

        batch.remote.refuseDisk = false;
        assertThat(batch.run(task("a", "cat")).failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).hasSize(1);
        assertThat(batch.plan(batch.settings(), task("a", "cat"))).contains("a: cached");
    }

    @Test
    void aPaidClipIsDeliveredWhenTheStoreFailsToKeepIt() throws IOException {
        batch.remote.beforeCreate = () -> blockClips();

        BatchReport report = batch.run(task("a", "cat"));

        assertThat(report.failures()).isEmpty();
        assertThat(batch.output.resolve("a.mp4")).isRegularFile();

        Files.delete(batch.cache.resolve("clips"));
        assertThat(batch.run(task("a", "cat")).failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).hasSize(1);
    }

    @Test
    void clipsOfOneLengthKeepTheirPlacesWhenTheStoreFailsToKeepThem() throws IOException {
        batch.remote.beforeCreate = () -> blockClips();

        assertThat(batch.run(clips("a", "cat", 3)).failures()).isEmpty();

        for (int i = 0; i < 3; i++) {
            assertThat(batch.output.resolve("a-" + (i + 1) + ".mp4")).content().endsWith("/job_1/" + i);
        }
    }

    @Test
    void anOutputFolderThatCanNotBeWrittenIsToldBeforeAnythingIsSent() throws IOException {
        Files.writeString(batch.output, "a file where the folder should be");

        assertThatThrownBy(() -> batch.run(task("a", "cat")))
                .isInstanceOfSatisfying(VideogenException.class, error -> assertThat(error.kind())
                        .isEqualTo(ErrorKind.STORAGE))
                .hasMessageContaining("out\"");
        assertThat(batch.remote.opened).isZero();
    }

    @Test
    void oneNameForTwoRequestsInOneBuildIsAMistakeButNotInTheNextBuild() {
        DeclaredNames build = new DeclaredNames();
        batch.run(batch.settings().declaredNames(build), task("a", "cat"));

        assertThatThrownBy(() -> batch.run(batch.settings().declaredNames(build), task("a", "dog")))
                .hasMessageContaining("\"a\"");
        assertThat(batch.run(batch.settings().declaredNames(new DeclaredNames()), task("a", "dog"))
                        .failures())
                .isEmpty();
    }

    @Test
    void anInterruptOfTheCallingThreadIsReportedWithTheJobThatRunsOn() {
        Thread caller = Thread.currentThread();
        batch.time.after(Duration.ofSeconds(20), Lanes.Lane.POLL, caller::interrupt);

        BatchReport report = batch.run(task("a", "endless"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.interrupted()).isTrue();
        assertThat(report.videos().get(0).runsOn()).isTrue();
        assertThat(report.videos().get(0).error().orElseThrow()).hasMessageContaining("job_1");
        assertThat(batch.plan(batch.settings(), task("a", "endless"))).contains("a: resume job_1");
    }

    @Test
    void anInterruptBeforeTheSubmissionLeavesNothingBehind() {
        VideoBatch stopped = batch.batch(batch.settings());
        stopped.interrupt();

        BatchReport report = stopped.run(List.of(task("a", "cat")));

        assertThat(report.interrupted()).isTrue();
        assertThat(report.videos().get(0).status()).isEqualTo(VideoStatus.FAILED);
        assertThat(batch.plan(batch.settings(), task("a", "cat"))).contains("a: new");
        assertThat(batch.remote.createdPrompts).isEmpty();
    }

    @Test
    void aRunThatIsUpToDateTouchesNeitherFilesNorRemoteSide() throws IOException {
        batch.run(task("a", "cat"));
        batch.run(task("a", "cat"));
        batch.remote.opened = 0;
        List<FileTime> before = stamps();
        batch.time.pass(Duration.ofDays(2));

        assertThat(batch.run(task("a", "cat")).videos().get(0).source()).contains(VideoSource.CACHE);

        assertThat(stamps()).isEqualTo(before);
        assertThat(batch.remote.opened).isZero();
    }

    @Test
    void aFieldThatTheApiHasNoPlaceForIsToldBeforeAnythingIsSent() {
        VideoTask task = new VideoTask(
                "a", VideoRequest.builder("x").set(VideoField.WATERMARK, true).build());

        assertThatThrownBy(() -> batch.run(task)).hasMessageContaining("\"a\"").hasMessageContaining("watermark");
        assertThat(batch.remote.opened).isZero();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "a note");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void blockClips() {
        try {
            Files.writeString(batch.cache.resolve("clips"), "a file where the folder of clips should be");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Path, FileTime> allStamps() throws IOException {
        Map<Path, FileTime> stamps = new TreeMap<>();
        try (var files = Files.walk(batch.cache)) {
            for (Path file : files.toList()) {
                stamps.put(file, Files.getLastModifiedTime(file));
            }
        }
        return stamps;
    }

    private List<FileTime> stamps() throws IOException {
        List<FileTime> stamps = new ArrayList<>();
        for (String name : List.of("a.mp4", "videogen.json", "index.html")) {
            stamps.add(Files.getLastModifiedTime(batch.output.resolve(name)));
        }
        return stamps;
    }

    /** Makes the store as it was before prompts were normalised. */
    private void moveToFormerKey(VideoTask task) throws IOException {
        String key = RequestKey.of(task.request(), false, path -> "");
        String former = RequestKey.former(task.request(), false, path -> "").orElseThrow();
        Path kept = batch.cache.resolve("clips").resolve(former);
        Files.move(kept.resolveSibling(key), kept);
        try (var files = Files.newDirectoryStream(kept, "*.json")) {
            for (Path record : files) {
                Files.writeString(record, Files.readString(record).replace(key, former));
            }
        }
    }

    private Path storedClip() throws IOException {
        try (var files = Files.walk(batch.cache.resolve("clips"))) {
            return files.filter(file -> file.toString().endsWith(".mp4"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
