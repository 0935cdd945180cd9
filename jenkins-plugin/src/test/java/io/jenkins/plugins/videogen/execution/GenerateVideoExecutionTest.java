package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.reply.JobStatus;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GenerateVideoExecutionTest {
    private final FakeApi api = new FakeApi();
    private final FakeSurroundings surroundings = new FakeSurroundings(api);
    private final FakeBuild build = new FakeBuild();
    private final FakeStepContext context = new FakeStepContext(build);
    private final GenerateVideoStep step = new GenerateVideoStep("A cat on a beach");

    GenerateVideoExecutionTest() {
        step.setEndpoint("https://gateway.example.com");
    }

    @Test
    void returnsTheResultWithoutHoldingTheProgramsThread() throws Exception {
        assertThat(execution().start()).isFalse();
        assertThat(context.result()).isInstanceOf(Map.class).asString().contains("file=demo.mp4");
    }

    @Test
    void failsWithoutAStackTraceOfTheEngine() throws Exception {
        api.status = JobStatus.FAILED;
        execution().start();
        assertThat(context.failure())
                .isExactlyInstanceOf(AbortException.class)
                .hasNoCause()
                .hasMessageContainingAll("failed there", "vid_1");
    }

    @Test
    void anAbortCancelsTheJobAndKeepsItsCause() throws Exception {
        GenerateVideoExecution execution = waiting();
        Throwable cause = new InterruptedException("aborted by a user");
        execution.stop(cause);
        assertThat(context.failure()).isSameAs(cause);
        assertThat(api.cancelled).containsExactly("vid_1");
    }

    @Test
    void anAbortLeavesTheJobWhereTheUserWantsIt() throws Exception {
        step.setCancelOnAbort(false);
        GenerateVideoExecution execution = waiting();
        execution.stop(new InterruptedException("aborted by a user"));
        assertThat(context.failure()).hasMessage("aborted by a user");
        assertThat(api.cancelled).isEmpty();
    }

    @Test
    void anAbortDuringTheSubmissionCancelsWhatItMade() throws Exception {
        CountDownLatch submitting = new CountDownLatch(1);
        CountDownLatch reply = new CountDownLatch(1);
        api.status = JobStatus.RUNNING;
        api.beforeCreate = () -> {
            submitting.countDown();
            await(reply);
        };
        GenerateVideoExecution execution = execution();
        execution.start();
        await(submitting);
        assertThat(execution.blocksRestart()).isTrue();
        execution.stop(new InterruptedException("aborted by a user"));
        assertThat(context.outcome).isNotDone();
        reply.countDown();
        assertThat(context.failure()).hasMessage("aborted by a user");
        assertThat(api.cancelled).containsExactly("vid_1");
    }

    @Test
    void anAbortWhileTheSubmissionIsRecordedLetsNothingLeaveAndGivesTheRecordBack() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        GenerateVideoExecution execution = execution();
        build.run().onSave = () -> {
            execution.stop(new InterruptedException("aborted by a user"));
            interrupted.set(Thread.currentThread().isInterrupted());
            build.run().onSave = () -> {};
        };
        execution.start();
        assertThat(context.failure()).hasMessage("aborted by a user");
        assertThat(interrupted).isFalse();
        assertThat(api.created).hasValue(0);
        assertThat(BuildJobs.of(build.run()).others("", "").values())
                .singleElement()
                .satisfies(record -> {
                    assertThat(RenderState.fromJson(record.state()).phase()).isEqualTo(Phase.PLANNED);
                    assertThat(record.submissions()).isZero();
                });
    }

    @Test
    void aSecondAbortWaitsForNothing() throws Exception {
        CountDownLatch submitting = new CountDownLatch(1);
        CountDownLatch reply = new CountDownLatch(1);
        api.beforeCreate = () -> {
            submitting.countDown();
            await(reply);
        };
        GenerateVideoExecution execution = execution();
        execution.start();
        await(submitting);
        execution.stop(new InterruptedException("first"));
        execution.stop(new InterruptedException("second"));
        assertThat(context.outcome).isCompletedExceptionally();
        assertThat(context.failure()).hasMessage("second");
        reply.countDown();
    }

    /** What a render holds lives as long as the process, which may outlive Jenkins. */
    @Test
    void aShutdownHoldsNoJobAgainstTheNextStart(@TempDir Path root) throws Exception {
        surroundings.store = Optional.of(new SharedStore(root, 1 << 20, Clock.systemUTC()));
        waiting();
        VideogenThreads.shutDown();
        api.status = JobStatus.COMPLETED;
        FakeStepContext next = new FakeStepContext(new FakeBuild());
        new GenerateVideoExecution(next, step, "demo.mp4", surroundings.all()).start();
        assertThat(next.result()).asString().contains("id=vid_1", "source=resumed");
        assertThat(api.created).hasValue(1);
        assertThat(context.isOpen()).isTrue();
    }

    @Test
    void tellsItsStatus() throws Exception {
        GenerateVideoExecution execution = waiting();
        assertThat(execution.getStatus()).isEqualTo("waiting for job vid_1, running");
        assertThat(execution.blocksRestart()).isFalse();
        execution.stop(new InterruptedException("done"));
        context.failure();
    }

    @Test
    void twoHundredWaitingStepsShareAFewThreads() throws Exception {
        api.status = JobStatus.RUNNING;
        List<FakeStepContext> contexts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            GenerateVideoStep one = new GenerateVideoStep("cat " + i);
            one.setEndpoint("https://gateway.example.com");
            FakeStepContext own = new FakeStepContext(new FakeBuild());
            contexts.add(own);
            new GenerateVideoExecution(own, one, null, surroundings.all()).start();
        }
        while (api.created.get() < 200) {
            Thread.onSpinWait();
        }
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("videogen"))
                .count();
        api.status = JobStatus.COMPLETED;
        for (FakeStepContext own : contexts) {
            own.result();
        }
        assertThat(threads).isLessThanOrEqualTo(VideogenThreads.MOST_CALLS + VideogenThreads.MOST_TRANSFERS);
        assertThat(api.created).hasValue(200);
    }

    @Test
    void nothingOfCoreIsInTheProgramOfTheBuild() throws Exception {
        GenerateVideoExecution execution = waiting();
        ByteArrayOutputStream program = new ByteArrayOutputStream();
        new ObjectOutputStream(program).writeObject(execution);
        execution.stop(new InterruptedException("done"));
        context.failure();
        assertThat(program.toString(StandardCharsets.ISO_8859_1))
                .contains("vid_1")
                .doesNotContain("io.videogen.core", "io/videogen/core");
    }

    private GenerateVideoExecution waiting() {
        api.status = JobStatus.RUNNING;
        GenerateVideoExecution execution = execution();
        execution.start();
        while (!execution.getStatus().startsWith("waiting for job vid_1, running")) {
            Thread.onSpinWait();
        }
        return execution;
    }

    private GenerateVideoExecution execution() {
        return new GenerateVideoExecution(context, step, "demo.mp4", surroundings.all());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
