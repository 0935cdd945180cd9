package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.config.VideogenEndpoint;
import io.jenkins.plugins.videogen.page.BuildVideosAction;
import io.jenkins.plugins.videogen.retry.GenerateVideoFailure;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.spending.Purse;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.batch.Prices;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.reply.JobStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoRenderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final FakeApi api = new FakeApi();
    private final FakeSurroundings surroundings = new FakeSurroundings(api);
    private final FakeBuild build = new FakeBuild();
    private final GenerateVideoStep step = step();
    private Instant now = NOW;

    @Test
    void returnsWhatWasDownloaded() throws Exception {
        step.setModel("sora-2");
        Map<String, Object> result = finish(render("demo.mp4"));
        assertThat(result)
                .containsEntry("id", "vid_1")
                .containsEntry("status", "completed")
                .containsEntry("file", "demo.mp4")
                .containsEntry("bytes", 5L)
                .containsEntry("sha256", FakeSurroundings.SHA_256)
                .containsEntry("model", "sora-2")
                .containsKeys("seconds", "size", "durationMillis")
                .doesNotContainKey("files");
    }

    @Test
    void numbersTheFilesOfSeveralClips() throws Exception {
        step.setN(2);
        Map<String, Object> result = finish(render("out/demo.mp4"));
        assertThat(result)
                .containsEntry("file", "out/demo-1.mp4")
                .containsEntry("files", List.of("out/demo-1.mp4", "out/demo-2.mp4"));
    }

    @Test
    void downloadsNothingOutsideNode() throws Exception {
        Map<String, Object> result = finish(render(null));
        assertThat(result)
                .containsEntry("id", "vid_1")
                .containsEntry("status", "completed")
                .doesNotContainKey("file");
        assertThat(surroundings.received).isEmpty();
    }

    @Test
    void recordsTheSubmissionWithTheBuildBeforeItLeaves() throws Exception {
        RenderProgress progress = progress();
        api.beforeCreate = () -> {
            String record = BuildJobs.of(build.run())
                    .find(progress.recordKey)
                    .orElseThrow()
                    .state();
            assertThat(RenderState.fromJson(record).phase()).isEqualTo(Phase.SUBMITTING);
        };
        finish(render("demo.mp4", progress));
        assertThat(api.created).hasValue(1);
    }

    @Test
    void sendsNothingWhileTheBuildCanNotBeSaved() {
        build.run().diskFull = true;
        assertThatThrownBy(() -> finish(render("demo.mp4"))).hasMessageContaining("No space left");
        assertThat(api.created).hasValue(0);
    }

    @Test
    void whatWasNotSentIsNoLostSubmissionWhereWhatBuildsShareIsOutOfReach(@TempDir Path home) throws Exception {
        Path shared = shareAndBuyBelow(home);
        onceArmed(() -> takeAway(shared));
        assertThatThrownBy(() -> finish(render("demo.mp4")));
        bringBack(shared);
        assertNothingWasSentAndBuyIt();
    }

    @Test
    void whatWasNotSentIsNoLostSubmissionWhereNoDiskTakesThat(@TempDir Path home) throws Exception {
        Path shared = shareAndBuyBelow(home);
        onceArmed(() -> {
            takeAway(shared);
            build.run().onSave = () -> build.run().diskFull = true;
        });
        assertThatThrownBy(() -> finish(render("demo.mp4")));
        build.run().onSave = () -> {};
        build.run().diskFull = false;
        bringBack(shared);
        assertNothingWasSentAndBuyIt();
    }

    @Test
    void whatWasNotSentIsNoLostSubmissionWhereTheProgramCanNotBeSaved() throws Exception {
        build.onSave = () -> {
            build.onSave = () -> {};
            throw new IllegalStateException("no program");
        };
        assertThatThrownBy(() -> finish(render("demo.mp4"))).hasMessageContaining("no program");
        assertNothingWasSentAndBuyIt();
    }

    private void assertNothingWasSentAndBuyIt() throws Exception {
        assertThat(api.created).hasValue(0);
        restart();
        assertThat(finish(render("demo.mp4"))).containsEntry("status", "completed");
        assertThat(api.created).hasValue(1);
    }

    private Path shareAndBuyBelow(Path home) throws IOException {
        Path shared = Files.createDirectories(home.resolve("videogen"));
        surroundings.store = Optional.of(new SharedStore(shared.resolve("store"), 1 << 20, Clock.systemUTC()));
        surroundings.purse = new Purse(Prices.NONE, List.of(), shared.resolve("spending"), Clock.systemUTC());
        return shared;
    }

    /** What happens once the build has written that a submission is about to leave. */
    private void onceArmed(Runnable trouble) {
        build.run().onSave = () -> {
            if (BuildJobs.of(build.run()).others("", "").values().stream()
                    .anyMatch(record -> RenderState.fromJson(record.state()).phase() == Phase.SUBMITTING)) {
                build.run().onSave = () -> {};
                trouble.run();
            }
        };
    }

    private static void takeAway(Path folder) {
        try {
            Files.move(folder, folder.resolveSibling("away"));
            Files.createFile(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bringBack(Path folder) throws IOException {
        Files.delete(folder);
        Files.move(folder.resolveSibling("away"), folder);
    }

    @Test
    void takesUpItsJobAfterARestart() throws Exception {
        RenderProgress progress = progress();
        api.status = JobStatus.RUNNING;
        VideoRender before = render("demo.mp4", progress);
        for (int i = 0; i < 5; i++) {
            before.step();
        }
        restart();
        api.status = JobStatus.COMPLETED;
        Map<String, Object> result = finish(render("demo.mp4", progress));
        assertThat(result).containsEntry("id", "vid_1");
        assertThat(api.created).hasValue(1);
        assertThat(build.log()).contains("Taking up video job vid_1");
    }

    @Test
    void goesOnOverPlainHttpAfterARestartWhereTheAdministratorForbadeItMeanwhile() throws Exception {
        VideogenEndpoint inner = new VideogenEndpoint("inner", "http://10.0.0.5:3000");
        inner.setAllowInsecureHttp(true);
        surroundings.configured.add(inner);
        step.setEndpoint("inner");
        RenderProgress progress = progress();
        api.status = JobStatus.RUNNING;
        render("demo.mp4", progress).step();
        restart();
        inner.setAllowInsecureHttp(false);
        api.status = JobStatus.COMPLETED;
        assertThat(finish(render("demo.mp4", progress))).containsEntry("id", "vid_1");
    }

    @Test
    void neverSubmitsAgainAfterACrashInTheMiddleOfASubmission() {
        RenderProgress progress = crashWhileSubmitting();
        assertThatThrownBy(() -> finish(render("demo.mp4", progress)))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("resubmit: true");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void findsTheJobOfALostSubmissionWhereTheApiListsJobs() throws Exception {
        RenderProgress progress = crashWhileSubmitting();
        String lost = lostJob();
        assertThat(finish(render("demo.mp4", progress))).containsEntry("id", lost);
        assertThat(api.created).hasValue(1);
    }

    @Test
    void twoBuildsThatLookForTheirLostJobsAtOnceDoNotShareOne() throws Exception {
        RenderProgress progress = crashWhileSubmitting();
        FakeBuild otherBuild = new FakeBuild();
        RenderProgress otherProgress = progress();
        api.beforeCreate = () -> {
            throw FakeApi.crash();
        };
        assertThatThrownBy(() -> finish(render("demo.mp4", otherProgress, otherBuild)))
                .hasMessageContaining("killed");
        api.beforeCreate = () -> {};
        String lost = lostJob();
        // The other build looks, finds and takes the job between this one's look and its taking.
        api.whileLookingUp = () -> {
            api.whileLookingUp = () -> {};
            assertThat(resultOf(() -> render("demo.mp4", otherProgress, otherBuild)))
                    .containsEntry("id", lost);
        };

        assertThatThrownBy(() -> finish(render("demo.mp4", progress)))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("is unknown");
    }

    @Test
    void threeBuildsThatLostOneRequestEachTakeAnyOfTheJobsThatFit() throws Exception {
        step.setSeed(7L);
        List<FakeBuild> builds = List.of(new FakeBuild(), new FakeBuild(), new FakeBuild());
        List<RenderProgress> all = List.of(progress(), progress(), progress());
        api.beforeCreate = () -> {
            throw FakeApi.crash();
        };
        for (int i = 0; i < 3; i++) {
            int one = i;
            assertThatThrownBy(() -> finish(render("demo.mp4", all.get(one), builds.get(one))))
                    .hasMessageContaining("killed");
        }
        api.beforeCreate = () -> {};
        List<String> fitting =
                List.of("vid_" + UUID.randomUUID(), "vid_" + UUID.randomUUID(), "vid_" + UUID.randomUUID());
        api.fitting = fitting;

        List<Object> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            found.add(finish(render("demo.mp4", all.get(i), builds.get(i))).get("id"));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(fitting);
        assertThat(api.created).hasValue(3);
    }

    @Test
    void oneJobMoreThanWasLostIsNobodys() throws Exception {
        step.setSeed(8L);
        RenderProgress progress = crashWhileSubmitting();
        api.fitting = List.of("vid_" + UUID.randomUUID(), "vid_" + UUID.randomUUID());

        assertThatThrownBy(() -> finish(render("demo.mp4", progress))).hasMessageContaining("\"2\" jobs");
    }

    @Test
    void aWishOfTheServerDoesNotOvershootTheTimeout() throws Exception {
        step.setTimeoutMinutes(1);
        api.status = JobStatus.RUNNING;
        api.pollAfter = Optional.of(Duration.ofSeconds(100));
        RenderProgress progress =
                new RenderProgress(NOW.plus(Duration.ofMinutes(1)).toEpochMilli());
        VideoRender render = render("demo.mp4", progress);
        render.step();

        assertThat(render.step()).isInstanceOfSatisfying(Next.Again.class, again -> assertThat(again.pause())
                .isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void submitsAgainWhereTheUserSaysSo() throws Exception {
        crashWhileSubmitting();
        step.setResubmit(true);
        assertThat(finish(render("demo.mp4"))).containsEntry("id", "vid_2");
        assertThat(api.created).hasValue(2);
    }

    @Test
    void resubmitCountsForAStepThatWasResumed() throws Exception {
        step.setResubmit(true);
        RenderProgress progress = crashWhileSubmitting();
        assertThat(finish(render("demo.mp4", progress))).containsEntry("id", "vid_2");
        assertThat(api.created).hasValue(2);
    }

    @Test
    void resubmitIsNoLeaveToRepeatASubmissionOfTheStepThatRuns() {
        step.setResubmit(true);
        api.replyLost = true;
        assertThatThrownBy(() -> finish(render("demo.mp4"))).hasMessageContaining("unknown");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void aSecondStepOfTheBuildTakesUpTheJobItHas() throws Exception {
        finish(render("one.mp4"));
        Map<String, Object> second = finish(render("two.mp4"));
        assertThat(second).containsEntry("id", "vid_1").containsEntry("file", "two.mp4");
        assertThat(surroundings.received).containsExactly("one.mp4", "two.mp4");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void aSecondStepWaitsWhileTheFirstOneWorks() throws Exception {
        VideoRender first = render("one.mp4");
        first.step();
        VideoRender second = render("two.mp4");
        Next next = second.step();
        assertThat(next).isInstanceOf(Next.Again.class);
        finish(first);
        finish(second);
        assertThat(api.created).hasValue(1);
        assertThat(build.log()).contains("Another step of this build");
    }

    @Test
    void buysAgainWhatFailedThere() throws Exception {
        api.status = JobStatus.FAILED;
        assertThatThrownBy(() -> finish(render("demo.mp4"))).hasMessageContaining("failed there");
        api.status = JobStatus.COMPLETED;
        assertThat(finish(render("demo.mp4"))).containsEntry("id", "vid_2");
    }

    @Test
    void whatWasRefusedForItsContentIsNotSentAgainByThisBuild() throws Exception {
        api.refusal = Optional.of(new VideogenException(
                ErrorKind.MODERATED, "moderation", "This is a refusal of its content rules: change the prompt."));
        assertThatThrownBy(() -> finish(render("demo.mp4"))).hasMessageContaining("content rules");
        assertThatThrownBy(() -> finish(render("demo.mp4"))).hasMessageContaining("content rules");
        assertThat(api.refused).hasValue(1);
        api.refusal = Optional.empty();
        assertThat(finish(render("demo.mp4", progress(), new FakeBuild()))).containsEntry("id", "vid_1");
    }

    @Test
    void anotherBuildBuysAnew() throws Exception {
        finish(render("demo.mp4"));
        FakeBuild other = new FakeBuild();
        VideoRender render =
                new VideoRender(step, "demo.mp4", progress(), other, surroundings.all(), clock, new SubmissionGate());
        assertThat(finish(render)).containsEntry("id", "vid_2");
    }

    @Test
    void anotherVideoIsAnotherJob() throws Exception {
        finish(render("demo.mp4"));
        step.setSeconds("8");
        assertThat(finish(render("demo.mp4"))).containsEntry("id", "vid_2");
    }

    @Test
    void stopsAtTheLimitOfNewJobs() throws Exception {
        limit(1);
        finish(render("demo.mp4"));
        finish(render("again.mp4"));
        step.setSeconds("8");
        assertThatThrownBy(() -> finish(render("more.mp4")))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("at most 1 new jobs");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void aSubmissionThatDidNotArriveDoesNotCountForTheLimit() throws Exception {
        limit(1);
        api.unreachable = 1;
        assertThat(render("demo.mp4").step()).isInstanceOf(Next.Again.class);
        restart();
        step.setSeconds("8");

        assertThat(finish(render("other.mp4"))).containsEntry("status", "completed");
    }

    @Test
    void refusesToBuyElsewhereWhatTheBuildHasInFlight() throws Exception {
        api.status = JobStatus.RUNNING;
        VideoRender first = render("demo.mp4");
        for (int i = 0; i < 4; i++) {
            first.step();
        }
        first.close();
        step.setEndpoint("https://other.example.com");
        assertThatThrownBy(() -> finish(render("demo.mp4")))
                .isInstanceOf(AbortException.class)
                .hasMessageContainingAll("vid_1", "https://gateway.example.com", "https://other.example.com");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void stopsWaitingAtTheTimeoutAndNamesTheJob() throws Exception {
        api.status = JobStatus.RUNNING;
        VideoRender render = render("demo.mp4");
        for (int i = 0; i < 4; i++) {
            render.step();
        }
        pass(Duration.ofMinutes(31));
        assertThatThrownBy(() -> finishOpen(render))
                .isInstanceOf(AbortException.class)
                .hasMessageContainingAll("vid_1", "30 minutes", "takes it up again")
                .extracting(error -> ((GenerateVideoFailure) error).reason())
                .isEqualTo(GenerateVideoFailure.Reason.TIMED_OUT);
    }

    @Test
    @SuppressWarnings("unchecked")
    void thePageOfTheBuildShowsWhereItsVideoStandsUntilItEnds() throws Exception {
        BuildVideosAction.Factory pages = new BuildVideosAction.Factory();
        assertThat(pages.createFor(build.run())).isEmpty();
        api.status = JobStatus.RUNNING;
        VideoRender render = render("demo.mp4");
        for (int i = 0; i < 4; i++) {
            render.step();
        }
        assertThat((Collection<BuildVideosAction>) pages.createFor(build.run()))
                .singleElement()
                .satisfies(page -> assertThat(page.getRunning()).singleElement().satisfies(video -> {
                    assertThat(video.getName()).isEqualTo("demo.mp4");
                    assertThat(video.getJobId()).isEqualTo("vid_1");
                    assertThat(video.getStatus()).isEqualTo("running");
                }));
        api.status = JobStatus.COMPLETED;
        finish(render);
        assertThat((Collection<BuildVideosAction>) pages.createFor(build.run()))
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.getRunning()).isEmpty();
                    assertThat(page.getJobs()).isEqualTo(1);
                });
    }

    @Test
    void anApiThatTakesNoJobIsToldFromASlowJob() throws Exception {
        api.busy = true;
        VideoRender render = render("demo.mp4");
        for (int i = 0; i < 4; i++) {
            render.step();
        }
        pass(Duration.ofMinutes(31));
        assertThatThrownBy(() -> finishOpen(render))
                .hasMessageContainingAll("HTTP 429", "30 minutes", "Nothing was bought")
                .extracting(error -> ((GenerateVideoFailure) error).reason())
                .isEqualTo(GenerateVideoFailure.Reason.RATE_LIMITED);
    }

    @Test
    void whatTheStepDoesNotSayTheEndpointDoesAndARestartChangesNothing() throws Exception {
        VideogenEndpoint gateway = new VideogenEndpoint("gateway", "https://gateway.example.com");
        gateway.setModel("sora-2");
        gateway.setSeconds("8");
        surroundings.configured.add(gateway);
        step.setSeconds("4");
        RenderProgress progress = progress();
        api.status = JobStatus.RUNNING;
        render("demo.mp4", progress).step();
        restart();
        gateway.setModel("another");
        api.status = JobStatus.COMPLETED;
        assertThat(finish(render("demo.mp4", progress)))
                .containsEntry("model", "sora-2")
                .containsEntry("seconds", "4");
    }

    @Test
    void fetchesAPaidClipThatWasCompletedWhileJenkinsWasDownForLong() throws Exception {
        api.status = JobStatus.RUNNING;
        RenderProgress progress = progress();
        VideoRender before = render("demo.mp4", progress);
        for (int i = 0; i < 4; i++) {
            before.step();
        }
        restart();
        api.status = JobStatus.COMPLETED;
        pass(Duration.ofHours(9));
        assertThat(finish(render("demo.mp4", progress))).containsEntry("id", "vid_1");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void limitsTheDownloadByWhatIsLeftOfItsTime() throws Exception {
        VideoRender render = render("demo.mp4");
        pass(Duration.ofMinutes(10));
        finish(render);
        assertThat(surroundings.leftToDownload).containsExactly(Duration.ofMinutes(30));
    }

    @Test
    void saysWhereAClipIsThatCouldNotBeFetchedInTimeAndGoesOnWithItInARetry() throws Exception {
        VideoRender first = render("demo.mp4");
        surroundings.broken = true;
        while (surroundings.leftToDownload.isEmpty()) {
            first.step();
        }
        pass(Duration.ofMinutes(31));
        assertThatThrownBy(() -> finish(first))
                .isInstanceOf(AbortException.class)
                .hasMessageContainingAll("vid_1", "30 minutes", "paid", "a retry of this step");
        surroundings.broken = false;
        assertThat(finish(render("demo.mp4"))).containsEntry("id", "vid_1");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void followsAPaidJobThatTheDiskDoesNotTakeAndNamesIt() throws Exception {
        api.beforeCreate = () -> build.run().diskFull = true;
        assertThat(finish(render("demo.mp4"))).containsEntry("id", "vid_1");
        assertThat(build.log()).contains("vid_1 can not be recorded", "No space left");
    }

    @Test
    void cancelsTheJobItWaitsForAndLetsARetryBuyAgain() throws Exception {
        api.status = JobStatus.RUNNING;
        VideoRender render = render("demo.mp4");
        for (int i = 0; i < 4; i++) {
            render.step();
        }
        render.abandon(true);
        render.close();
        assertThat(api.cancelled).containsExactly("vid_1");
        assertThat(build.log()).contains("Cancelled video job vid_1");
        api.status = JobStatus.COMPLETED;
        assertThat(finish(render("demo.mp4"))).containsEntry("id", "vid_2");
    }

    @Test
    void cancelsTheJobOfABuildThatIsAbortedRightAfterARestart() throws Exception {
        api.status = JobStatus.RUNNING;
        RenderProgress progress = progress();
        VideoRender before = render("demo.mp4", progress);
        before.step();
        restart();
        render("demo.mp4", progress).abandon(true);
        assertThat(api.cancelled).containsExactly("vid_1");
    }

    @Test
    void keepsAJobThatWasCompletedWhileJenkinsWasDown() throws Exception {
        api.status = JobStatus.RUNNING;
        RenderProgress progress = progress();
        render("demo.mp4", progress).step();
        restart();
        api.status = JobStatus.COMPLETED;

        render("demo.mp4", progress).abandon(true);

        assertThat(api.cancelled).isEmpty();
        assertThat(build.log()).contains("vid_1 is completed at \"https://gateway.example.com\"");
    }

    @Test
    void keepsAJobThatIsCompletedThere() throws Exception {
        VideoRender render = render(null);
        finishOpen(render);
        render.abandon(true);
        assertThat(api.cancelled).isEmpty();
        assertThat(build.log()).contains("vid_1 is completed at \"https://gateway.example.com\"");
    }

    @Test
    void tellsThatAJobRunsOnWhichTheUserWantsToKeep() throws Exception {
        api.status = JobStatus.RUNNING;
        VideoRender render = render("demo.mp4");
        render.step();
        render.abandon(false);
        assertThat(api.cancelled).isEmpty();
        assertThat(build.log()).contains("vid_1 runs on at \"https://gateway.example.com\"");
    }

    @Test
    void tellsThatAnAbortedBuildMayHaveAJobThatNobodyKnows() throws Exception {
        RenderProgress progress = crashWhileSubmitting();
        render("demo.mp4", progress).abandon(true);
        assertThat(build.log()).contains("outcome of the submission", "is unknown", "may exist");
    }

    @Test
    void quietTellsTheJobAndNoProgress() throws Exception {
        step.setQuiet(true);
        finish(render("demo.mp4"));
        finish(render("again.mp4"));
        assertThat(build.log())
                .contains("Submitted video job vid_1")
                .doesNotContain("queued", "completed", "Taking up");
    }

    @Test
    void quietTellsAJobThatWasFoundAgain() throws Exception {
        RenderProgress progress = crashWhileSubmitting();
        step.setQuiet(true);
        String lost = lostJob();
        finish(render("demo.mp4", progress));
        assertThat(build.log()).contains("Taking up video job " + lost);
    }

    @Test
    void tellsEachMinuteWhatItIsStillDoing() throws Exception {
        api.status = JobStatus.RUNNING;
        VideoRender render = render("demo.mp4");
        for (int i = 0; i < 3; i++) {
            render.step();
            pass(Duration.ofMinutes(1));
        }
        api.status = JobStatus.COMPLETED;
        surroundings.broken = true;
        for (int i = 0; i < 3; i++) {
            render.step();
            pass(Duration.ofMinutes(1));
        }
        surroundings.broken = false;
        finish(render);
        assertThat(build.log())
                .contains("Still waiting for video job vid_1 (running)", "Still fetching the clip of video job vid_1")
                .doesNotContain("(completed)");
    }

    @Test
    void aTimeoutTellsWhatAUserOfABuildStepCanDo() throws Exception {
        build.kind = StepKind.BUILD_STEP;
        api.status = JobStatus.RUNNING;
        VideoRender render = render("demo.mp4");
        render.step();
        pass(Duration.ofMinutes(31));
        assertThatThrownBy(() -> finish(render))
                .hasMessageContaining("a build step with \"vid_1\" in its field \"Job\" fetches it")
                .message()
                .doesNotContain("generateVideo", "retry");
    }

    @Test
    void theNextBuildIsPromisedTheJobWhereBuildsShareJobs(@TempDir Path root) throws Exception {
        build.kind = StepKind.BUILD_STEP;
        surroundings.store = Optional.of(new SharedStore(root, 1 << 20, clock));
        api.status = JobStatus.RUNNING;
        VideoRender render = render("demo.mp4");
        render.step();
        pass(Duration.ofMinutes(31));
        assertThatThrownBy(() -> finish(render))
                .hasMessageContaining("the next build with the same request takes it up");
    }

    @Test
    void signsOfLifeBeforeThereIsAJobTellWhatIsTried() throws Exception {
        VideoRender render = render("demo.mp4");
        api.busy = true;
        api.retryAfter = Optional.of(Duration.ofMinutes(10));
        render.step();
        pass(Duration.ofMinutes(2));
        render.step();
        assertThat(build.log()).contains("Still trying to submit the video").doesNotContain("job -");
    }

    @Test
    void aLongWaitForATurnNamesTheEndpointOnceItIsKnown() throws Exception {
        VideoRender render =
                new VideoRender(step, "demo.mp4", progress(), build, surroundings.all(), clock, new SubmissionGate());
        render.tellOfLongWait();
        assertThat(build.log()).startsWith("Waiting for a turn: ").doesNotContain("\"");
        render.step();
        render.tellOfLongWait();
        assertThat(build.log()).contains("are talking to \"https://gateway.example.com\"");
    }

    @Test
    void aPlanOfAVideoWithoutAModelHasNoPlaceholder() throws Exception {
        step.setPlan(true);
        VideoRender render = render(null);
        finish(render);
        assertThat(build.log()).contains("Plan: one new job").doesNotContain("-)", "(-");
    }

    @Test
    void aPlanTellsHowManyClipsWouldBeBoughtThoughTheirLengthIsNotKnown() throws Exception {
        step.setPlan(true);
        step.setModel("sora-2");
        step.setN(2);
        finish(render(null));
        assertThat(build.log()).contains("Plan: one new job (sora-2, x 2)");
    }

    @Test
    void takesTheEndpointFromTheEnvironment() throws Exception {
        step.setEndpoint(null);
        build.env.put("VIDEOGEN_ENDPOINT", "https://env.example.com/v1");
        RenderProgress progress = progress();
        finish(render("demo.mp4", progress));
        assertThat(progress.endpointUrl).isEqualTo("https://env.example.com/v1");
    }

    @Test
    void saysHowToNameAnEndpointWhereThereIsNone() {
        step.setEndpoint(null);
        assertThatThrownBy(() -> finish(render("demo.mp4")))
                .isInstanceOf(AbortException.class)
                .hasMessageContainingAll("VIDEOGEN_ENDPOINT", "Manage Jenkins", "serve");
    }

    private void limit(int most) {
        VideogenEndpoint endpoint = new VideogenEndpoint("gateway", "https://gateway.example.com");
        endpoint.setMaxNewJobs(most);
        surroundings.configured.add(endpoint);
    }

    private RenderProgress crashWhileSubmitting() {
        RenderProgress progress = progress();
        api.beforeCreate = () -> {
            throw FakeApi.crash();
        };
        assertThatThrownBy(() -> finishOpen(render("demo.mp4", progress))).hasMessageContaining("killed");
        api.beforeCreate = () -> {};
        restart();
        return progress;
    }

    /** A job that the API lists and no build has; its id is new, because what jobs builds have is known to all tests. */
    private String lostJob() {
        String lost = "vid_" + UUID.randomUUID();
        api.lookUp = new LookupOutcome.Found(FakeApi.said(lost));
        return lost;
    }

    /** A restart ends all claims. */
    private void restart() {
        BuildJobs jobs = BuildJobs.of(build.run());
        jobs.others("", "").values().forEach(record -> LiveRenders.release(record.owner()));
    }

    private VideoRender render(String file) throws Exception {
        return render(file, progress());
    }

    private VideoRender render(String file, RenderProgress progress) throws Exception {
        return render(file, progress, build);
    }

    private VideoRender render(String file, RenderProgress progress, FakeBuild owner) throws Exception {
        VideoRender render =
                new VideoRender(step, file, progress, owner, surroundings.all(), clock, new SubmissionGate());
        // The first step settles what to make; what follows talks to the endpoint.
        render.step();
        return render;
    }

    private static Map<String, Object> resultOf(Callable<VideoRender> render) {
        try {
            return finish(render.call());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static RenderProgress progress() {
        return new RenderProgress(NOW.plus(Duration.ofMinutes(30)).toEpochMilli());
    }

    /** Tells the time that the test has set. */
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static Map<String, Object> finish(VideoRender render) throws Exception {
        try {
            return finishOpen(render);
        } finally {
            render.close();
        }
    }

    private static Map<String, Object> finishOpen(VideoRender render) throws Exception {
        Next next = render.step();
        while (next instanceof Next.Again) {
            next = render.step();
        }
        return ((Next.Done) next).result();
    }

    private static GenerateVideoStep step() {
        GenerateVideoStep step = new GenerateVideoStep("A cat on a beach");
        step.setEndpoint("https://gateway.example.com");
        return step;
    }
}
