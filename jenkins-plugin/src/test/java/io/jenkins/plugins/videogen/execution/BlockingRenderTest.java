package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.videogen.core.reply.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BlockingRenderTest {
    private final FakeApi api = new FakeApi();
    private final FakeBuild build = new FakeBuild();
    private final GenerateVideoStep step = new GenerateVideoStep("A cat on a beach");
    private final CountDownLatch submitting = new CountDownLatch(1);
    private final CountDownLatch reply = new CountDownLatch(1);
    private final AtomicBoolean cutOff = new AtomicBoolean();

    /** Ends with the exception that the build step would throw, or {@code null}. */
    private final FutureTask<Exception> outcome = new FutureTask<>(() -> {
        try {
            new BlockingRender(step, build, new FakeSurroundings(api).all()).run();
            return null;
        } catch (Exception e) {
            return e;
        }
    });

    private final Thread freestyle = new Thread(outcome);

    BlockingRenderTest() {
        build.kind = StepKind.BUILD_STEP;
        step.setEndpoint("https://gateway.example.com");
    }

    @Test
    void returnsTheResult() throws Exception {
        assertThat(new BlockingRender(step, build, new FakeSurroundings(api).all()).run())
                .containsEntry("file", "video.mp4");
    }

    @Test
    void failsWithAMessageThatNamesTheJob() {
        api.status = JobStatus.FAILED;
        assertThatThrownBy(() -> new BlockingRender(step, build, new FakeSurroundings(api).all()).run())
                .isExactlyInstanceOf(AbortException.class)
                .hasMessageContainingAll("failed there", "vid_1");
    }

    @Test
    void anAbortLetsTheSubmissionFinishAndCancelsWhatItMade() throws Exception {
        submit();
        freestyle.interrupt();
        waitForLog("Abort again to leave at once");
        reply.countDown();
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(cutOff).isFalse();
        assertThat(api.cancelled).containsExactly("vid_1");
        assertThat(build.log()).contains("Cancelled video job vid_1");
    }

    @Test
    void anAbortTellsOfTheJobThatTheUserWantsToKeep() throws Exception {
        step.setCancelOnAbort(false);
        submit();
        freestyle.interrupt();
        waitForLog("Abort again to leave at once");
        reply.countDown();
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(api.cancelled).isEmpty();
        assertThat(build.log())
                .contains("Video job vid_1 runs on", "a build step with \"vid_1\" in its field \"Job\" fetches it")
                .doesNotContain("generateVideo");
    }

    @Test
    void aShutdownOfJenkinsLeavesTheJobToTheBuildsAfterIt() throws Exception {
        submit();
        reply.countDown();
        waitForLog("Submitted video job vid_1");
        VideogenThreads.shutDown();
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(api.cancelled).isEmpty();
        assertThat(build.log()).contains("Video job vid_1 runs on");
    }

    @Test
    void aSecondAbortLeavesAtOnceAndTheJobIsStillCancelled() throws Exception {
        submit();
        freestyle.interrupt();
        waitForLog("Abort again to leave at once");
        freestyle.interrupt();
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        reply.countDown();
        waitForLog("Cancelled video job vid_1");
        assertThat(cutOff).isFalse();
    }

    @Test
    void anAbortEndsABuildThatWaitsBehindTheSlowSubmissionsOfOthers() throws Exception {
        CountDownLatch full = new CountDownLatch(VideogenThreads.MOST_CALLS_OF_A_LANE);
        FakeApi slow = new FakeApi();
        slow.beforeCreate = () -> {
            full.countDown();
            awaitReply();
        };
        List<FutureTask<Map<String, Object>>> others = new ArrayList<>();
        for (int i = 0; i < VideogenThreads.MOST_CALLS_OF_A_LANE; i++) {
            FutureTask<Map<String, Object>> other = new FutureTask<>(
                    () -> new BlockingRender(step, new FakeBuild(), new FakeSurroundings(slow).all()).run());
            others.add(other);
            new Thread(other).start();
        }
        assertThat(full.await(30, TimeUnit.SECONDS)).isTrue();
        freestyle.start();
        freestyle.interrupt();
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(build.log()).contains("Stopped before anything was submitted");
        assertThat(api.created).hasValue(0);
        reply.countDown();
        for (FutureTask<Map<String, Object>> other : others) {
            other.get(30, TimeUnit.SECONDS);
        }
    }

    private void submit() throws InterruptedException {
        api.status = JobStatus.RUNNING;
        api.beforeCreate = () -> {
            submitting.countDown();
            awaitReply();
        };
        freestyle.start();
        assertThat(submitting.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitReply() {
        try {
            reply.await();
        } catch (InterruptedException e) {
            cutOff.set(true);
        }
    }

    private void waitForLog(String line) {
        while (!build.log().contains(line)) {
            Thread.onSpinWait();
        }
    }
}
