package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.page.BuildVideosAction;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.KeyLock;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that want the same video at the same time, or after one of them has died, make one job. */
class JoinedJobsTest {
    private final FakeApi api = new FakeApi();
    private final FakeSurroundings surroundings = new FakeSurroundings(api);
    private final GenerateVideoStep step = step();

    @TempDir
    Path root;

    @BeforeEach
    void share() {
        api.prefix = UUID.randomUUID() + "_";
        surroundings.store = Optional.of(new SharedStore(root, 1 << 20, Clock.systemUTC()));
    }

    @Test
    void twoBuildsAtOnceMakeOneJob() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        Build two = new Build(step);
        one.steps(3);
        two.steps(3);
        assertThat(two.log())
                .contains("Waiting for the build team/films/launch #12, which renders the same video (job " + api.prefix
                        + "1)");
        api.status = JobStatus.COMPLETED;
        assertThat(one.finish()).containsEntry("source", "rendered");
        assertThat(two.finish()).containsEntry("source", "resumed").containsEntry("id", api.prefix + "1");
        assertThat(api.created).hasValue(1);
        assertThat(surroundings.received).hasSize(1);
        assertThat(surroundings.delivered).hasSize(2);
        assertNothingIsInFlight();
    }

    @Test
    @SuppressWarnings("unchecked")
    void thePageOfWhoWaitsShowsTheJobOfTheOther() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        Build two = new Build(step);
        one.steps(3);
        two.steps(2);
        assertThat((Collection<BuildVideosAction>) new BuildVideosAction.Factory().createFor(two.build.run()))
                .singleElement()
                .satisfies(page -> assertThat(page.getRunning())
                        .singleElement()
                        .satisfies(video -> assertThat(video.getJobId()).isEqualTo(api.prefix + "1")));
    }

    @Test
    void theOneThatWaitsGoesOnWhereTheOtherDoesNotDownload() throws Exception {
        Build one = new Build(step, null);
        one.steps(2);
        Build two = new Build(step);
        two.steps(3);
        assertThat(one.finish()).doesNotContainKey("file");
        assertThat(two.finish()).containsEntry("file", "video.mp4").containsEntry("id", api.prefix + "1");
        assertThat(api.created).hasValue(1);
        assertNothingIsInFlight();
    }

    @Test
    void theJobOfADeadBuildIsTakenUp() throws Exception {
        api.status = JobStatus.RUNNING;
        Build dead = new Build(step);
        dead.steps(3);
        dead.dies();
        api.status = JobStatus.COMPLETED;
        Build next = new Build(step);
        assertThat(next.finish()).containsEntry("source", "resumed").containsEntry("id", api.prefix + "1");
        assertThat(next.log()).contains("Taking up video job " + api.prefix + "1");
        assertThat(api.created).hasValue(1);
        assertNothingIsInFlight();
    }

    @Test
    void theJobThatWasCompletedForADeadBuildIsTakenUp() throws Exception {
        new Build(step, null).finish();
        assertThat(new Build(step).finish()).containsEntry("source", "resumed").containsEntry("id", api.prefix + "1");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void aLostSubmissionOfADeadBuildIsNotRepeated() throws Exception {
        diesWhileSubmitting();
        Build next = new Build(step);
        assertThatThrownBy(next::finish).hasMessageContaining("is unknown").hasMessageContaining("resubmit: true");
        assertThatThrownBy(new Build(step)::finish).hasMessageContaining("is unknown");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void aPlanTellsOfALostSubmissionWithoutAPlaceholder() throws Exception {
        diesWhileSubmitting();
        GenerateVideoStep plan = step();
        plan.setPlan(true);
        Build next = new Build(plan, null);
        assertThat(next.finish()).containsEntry("status", "resume").containsEntry("id", null);
        assertThat(next.log()).contains("Plan: a submission whose outcome is unknown would be looked for");
    }

    @Test
    void theJobThatAnotherProcessWorksOnIsWaitedForAndNoBuildIsNamed() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        one.dies();
        Path record;
        try (Stream<Path> files = Files.walk(root.resolve("jobs"))) {
            record = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
        String key = record.getFileName().toString().replace(".json", "");
        ClipStore store = ClipStore.open(record.getParent().getParent(), Clock.systemUTC(), warning -> {});
        Build two = new Build(step);
        try (KeyLock another = store.tryLock(key).orElseThrow()) {
            two.steps(2);
            assertThat(two.log())
                    .as(another.key())
                    .contains(
                            "Waiting for another process that uses JENKINS_HOME/videogen, which renders the same video");
        }
        api.status = JobStatus.COMPLETED;
        assertThat(two.finish()).containsEntry("id", api.prefix + "1");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void aLostSubmissionOfADeadBuildIsLookedUp() throws Exception {
        diesWhileSubmitting();
        String lost = "lost_" + UUID.randomUUID();
        api.lookUp = new LookupOutcome.Found(FakeApi.said(lost));
        assertThat(new Build(step).finish()).containsEntry("id", lost).containsEntry("source", "resumed");
        assertThat(api.created).hasValue(1);
        assertNothingIsInFlight();
    }

    @Test
    void aLostSubmissionOfADeadBuildIsRepeatedWhereTheUserSaysSo() throws Exception {
        diesWhileSubmitting();
        GenerateVideoStep again = step();
        again.setResubmit(true);
        assertThat(new Build(again).finish()).containsEntry("id", api.prefix + "2");
        assertThat(api.created).hasValue(2);
        assertNothingIsInFlight();
    }

    @Test
    void anotherCredentialBuysItsOwn() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        surroundings.account = "two";
        Build two = new Build(step);
        two.steps(3);
        assertThat(api.created).hasValue(2);
        api.status = JobStatus.COMPLETED;
        assertThat(two.finish()).containsEntry("id", api.prefix + "2");
        assertThat(one.finish()).containsEntry("id", api.prefix + "1");
        surroundings.account = "one";
        assertNothingIsInFlight();
    }

    @Test
    void anAbortCancelsTheJobOnlyWhenNoOtherBuildWaits() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        Build two = new Build(step);
        two.steps(3);
        one.aborts();
        assertThat(api.cancelled).isEmpty();
        assertThat(one.log()).contains("another build waits for it");
        two.steps(2);
        two.aborts();
        assertThat(api.cancelled).containsExactly(api.prefix + "1");
        assertNothingIsInFlight();
    }

    @Test
    void anAbortOfWhoWaitsChangesNothing() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        Build two = new Build(step);
        two.steps(3);
        two.aborts();
        assertThat(two.log()).contains("Stopped waiting for the video of the build team/films/launch #12");
        assertThat(api.cancelled).isEmpty();
        one.aborts();
        assertThat(api.cancelled).containsExactly(api.prefix + "1");
    }

    @Test
    void aJobThatWasCancelledIsBoughtAgain() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        one.aborts();
        api.status = JobStatus.COMPLETED;
        assertThat(new Build(step).finish())
                .containsEntry("id", api.prefix + "2")
                .containsEntry("source", "rendered");
    }

    @Test
    void whoWaitsFailsWithTheJobAndBuysNothing() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        Build two = new Build(step);
        two.steps(3);
        api.status = JobStatus.FAILED;
        assertThatThrownBy(one::finish).hasMessageContaining("failed there");
        assertThatThrownBy(two::finish).hasMessageContaining("failed there");
        assertThat(api.created).hasValue(1);
        api.status = JobStatus.COMPLETED;
        assertThat(new Build(step).finish()).containsEntry("id", api.prefix + "2");
    }

    @Test
    void whoWaitsForWhatIsRefusedDoesNotSendItAgain() throws Exception {
        api.refusal =
                Optional.of(new VideogenException(ErrorKind.MODERATED, "moderation", "Refused by its content rules."));
        Build one = new Build(step);
        Build two = new Build(step);
        one.steps(1);
        api.between = () -> {
            api.between = () -> {};
            two.steps(2);
        };
        assertThatThrownBy(one::finish).hasMessageContaining("content rules");
        assertThatThrownBy(two::finish).hasMessageContaining("content rules");
        assertThatThrownBy(new Build(step, "video.mp4", two.build)::finish).hasMessageContaining("content rules");
        assertThat(api.refused).hasValue(1);
    }

    @Test
    void whoComesWhileTheRefusedBuildEndsDoesNotSendItAgain() throws Exception {
        api.refusal =
                Optional.of(new VideogenException(ErrorKind.MODERATED, "moderation", "Refused by its content rules."));
        Build one = new Build(step);
        one.steps(1);
        assertThatThrownBy(one.render::step).hasMessageContaining("content rules");
        Build two = new Build(step);
        two.steps(2);
        one.render.close();
        assertThatThrownBy(two::finish).hasMessageContaining("content rules");
        assertThat(api.refused).hasValue(1);
    }

    @Test
    void aClipThatIsKeptWhileAnotherBuildComesInIsNotBoughtAgain() throws Exception {
        Build one = new Build(step);
        one.steps(2);
        Build two = new Build(afterTheLookAtTheClips(one::finish));
        assertThat(two.finish()).containsEntry("id", api.prefix + "1").containsEntry("source", "cache");
        assertThat(api.created).hasValue(1);
        assertNothingIsInFlight();
    }

    @Test
    void aBuildOfTheOthersThatIsRestartedGoesOnWithTheJob() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        Build two = new Build(step);
        two.steps(3);
        one.dies();
        two.dies();
        // The one that waited comes first.
        Build twoAgain = two.restarted();
        twoAgain.steps(2);
        Build oneAgain = one.restarted();
        oneAgain.steps(2);
        api.status = JobStatus.COMPLETED;
        assertThat(twoAgain.finish()).containsEntry("id", api.prefix + "1");
        assertThat(oneAgain.finish()).containsEntry("id", api.prefix + "1");
        assertThat(api.created).hasValue(1);
        assertNothingIsInFlight();
    }

    @Test
    void refreshBuysAnewThoughAJobIsThere() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        GenerateVideoStep anew = step();
        anew.setRefresh(true);
        Build two = new Build(anew);
        two.steps(3);
        assertThat(api.created).hasValue(2);
        api.status = JobStatus.COMPLETED;
        assertThat(two.finish()).containsEntry("id", api.prefix + "2").containsEntry("source", "rendered");
        assertThat(one.finish()).containsEntry("id", api.prefix + "1");
        assertNothingIsInFlight();
    }

    @Test
    void refreshLeavesTheJobOfADeadBuildAndNamesIt() throws Exception {
        api.status = JobStatus.RUNNING;
        Build dead = new Build(step);
        dead.steps(3);
        dead.dies();
        api.status = JobStatus.COMPLETED;
        GenerateVideoStep anew = step();
        anew.setRefresh(true);
        Build two = new Build(anew);
        assertThat(two.finish()).containsEntry("id", api.prefix + "2");
        assertThat(two.log()).contains("generateVideo jobId: '" + api.prefix + "1'");
    }

    @Test
    void whatAnAgentAloneMayFetchIsSharedWhileItIsInFlight() throws Exception {
        step.setDownloadVia("agent");
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        Build two = new Build(step);
        two.steps(3);
        api.status = JobStatus.COMPLETED;
        assertThat(one.finish()).containsEntry("id", api.prefix + "1");
        assertThat(two.finish()).containsEntry("id", api.prefix + "1");
        assertThat(api.created).hasValue(1);
        assertNothingIsInFlight();
    }

    @Test
    void aSubmissionOnItsWayIsNotTakenToBeLostWhileItsBuildIsAbortedTwice() throws Exception {
        Build one = new Build(step);
        Build two = new Build(step);
        one.steps(1);
        api.beforeCreate = () -> {
            one.render.close();
            two.steps(3);
        };
        one.steps(1);
        assertThat(two.finish()).containsEntry("id", api.prefix + "1");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void waitingForAnotherBuildEndsInTimeAndNamesTheJob() throws Exception {
        api.status = JobStatus.RUNNING;
        Build one = new Build(step);
        one.steps(3);
        Build late = new Build(step, "video.mp4", new FakeBuild(), new RenderProgress(0));
        assertThatThrownBy(late::finish)
                .hasMessageContainingAll("Stopped waiting", "generateVideo jobId: '" + api.prefix + "1'");
        one.dies();
    }

    @Test
    void twoClipsOfTheStoreHaveTwoPaths() throws Exception {
        GenerateVideoStep dog = new GenerateVideoStep("A dog");
        dog.setEndpoint("https://gateway.example.com");
        FakeBuild first = new FakeBuild();
        new Build(step, "video.mp4", first).finish();
        new Build(dog, "video.mp4", first).finish();
        FakeBuild rebuild = new FakeBuild();
        assertThat(new Build(step, "video.mp4", rebuild).finish())
                .containsEntry("source", "cache")
                .containsEntry("file", "video.mp4");
        assertThat(new Build(dog, "video.mp4", rebuild).finish())
                .containsEntry("source", "cache")
                .containsEntry("file", "video-2.mp4");
    }

    @Test
    void aJobIsFetchedByItsIdWithoutItsPrompt() throws Exception {
        api.status = JobStatus.RUNNING;
        Build aborted = new Build(step);
        aborted.steps(3);
        aborted.render.abandon(false);
        aborted.dies();
        assertThat(aborted.log()).contains("generateVideo jobId: '" + api.prefix + "1'");
        api.status = JobStatus.COMPLETED;
        assertThat(new Build(named(api.prefix + "1")).finish())
                .containsEntry("id", api.prefix + "1")
                .containsEntry("source", "resumed")
                .containsEntry("file", "video.mp4");
        // It is the clip of the request from now on.
        assertThat(new Build(step).finish()).containsEntry("source", "cache");
        assertThat(api.created).hasValue(1);
        assertNothingIsInFlight();
    }

    @Test
    void aJobThatNobodyHereHasMadeIsFetchedByItsId() throws Exception {
        String elsewhere = "made-elsewhere-" + UUID.randomUUID();
        assertThat(new Build(named(elsewhere)).finish())
                .containsEntry("id", elsewhere)
                .containsEntry("durationMillis", 0L);
        assertThat(new Build(named(elsewhere)).finish()).containsEntry("source", "cache");
        assertThat(api.created).hasValue(0);
    }

    @Test
    void aJobThatIsNamedIsNeverBoughtAnew() {
        api.status = JobStatus.FAILED;
        FakeBuild build = new FakeBuild();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(new Build(named("gone"), "video.mp4", build)::finish)
                    .hasMessageContaining("failed there");
        }
        GenerateVideoStep contradictory = named("gone");
        contradictory.setRefresh(true);
        assertThatThrownBy(new Build(contradictory)::finish).hasMessageContaining("jobId");
        assertThat(api.created).hasValue(0);
    }

    @Test
    void aPlanTellsWhatWouldBeBoughtAndBuysNothing() throws Exception {
        GenerateVideoStep plan = step();
        plan.setPlan(true);
        Build before = new Build(plan, null);
        assertThat(before.finish()).containsEntry("status", "new").containsEntry("id", null);
        assertThat(before.log()).contains("Plan: one new job");
        api.status = JobStatus.RUNNING;
        Build running = new Build(step);
        running.steps(3);
        assertThat(new Build(plan, null).finish())
                .containsEntry("status", "resume")
                .containsEntry("id", api.prefix + "1");
        api.status = JobStatus.COMPLETED;
        running.finish();
        assertThat(new Build(plan, null).finish())
                .containsEntry("status", "cached")
                .containsEntry("id", api.prefix + "1");
        plan.setRefresh(true);
        assertThat(new Build(plan, null).finish()).containsEntry("status", "new");
        assertThat(api.created).hasValue(1);
    }

    /** The step, to which something happens once it knows of no clip, and before it looks whether another build works. */
    private Parameters afterTheLookAtTheClips(Callable<?> event) {
        AtomicBoolean happened = new AtomicBoolean();
        return (Parameters) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Parameters.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isResubmit") && happened.compareAndSet(false, true)) {
                        event.call();
                    }
                    return method.invoke(step, arguments);
                });
    }

    private static GenerateVideoStep named(String jobId) {
        GenerateVideoStep step = new GenerateVideoStep(null);
        step.setJobId(jobId);
        step.setEndpoint("https://gateway.example.com");
        return step;
    }

    private void diesWhileSubmitting() {
        Build dead = new Build(step);
        dead.steps(1);
        api.beforeCreate = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(dead.render::step).hasMessage("killed");
        dead.dies();
        api.beforeCreate = () -> {};
    }

    private void assertNothingIsInFlight() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("jobs"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".json"))).isEmpty();
        }
    }

    private static GenerateVideoStep step() {
        GenerateVideoStep step = new GenerateVideoStep("A cat on a beach");
        step.setEndpoint("https://gateway.example.com");
        return step;
    }

    /** A build with one step; nothing of it is in memory once it is dead. */
    private final class Build {
        private final Parameters video;
        private final String file;
        private final FakeBuild build;
        private final RenderProgress progress;
        private final VideoRender render;

        Build(Parameters video) {
            this(video, "video.mp4");
        }

        Build(Parameters video, String file) {
            this(video, file, new FakeBuild());
        }

        Build(Parameters video, String file, FakeBuild build) {
            this(
                    video,
                    file,
                    build,
                    new RenderProgress(
                            Clock.systemUTC().millis() + Duration.ofMinutes(30).toMillis()));
        }

        Build(Parameters video, String file, FakeBuild build, RenderProgress progress) {
            this.video = video;
            this.file = file;
            this.build = build;
            this.progress = progress;
            this.render = new VideoRender(
                    video, file, progress, build, surroundings.all(), Clock.systemUTC(), new SubmissionGate());
        }

        String log() {
            return build.log();
        }

        void steps(int many) {
            try {
                for (int i = 0; i < many; i++) {
                    assertThat(render.step()).isInstanceOf(Next.Again.class);
                }
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        Map<String, Object> finish() throws Exception {
            try {
                Next next = render.step();
                while (next instanceof Next.Again) {
                    next = render.step();
                }
                return ((Next.Done) next).result();
            } finally {
                render.close();
            }
        }

        void aborts() throws Exception {
            render.abandon(true);
            render.close();
        }

        /** What a process holds ends with it. */
        void dies() {
            render.close();
        }

        Build restarted() {
            return new Build(video, file, build, progress);
        }
    }
}
