package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.engine.RenderState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BuildJobsTest {
    private static final int STEPS = 20;

    private final FakeBuild.FakeRun run = new FakeBuild().run();
    private final BuildJobs jobs = BuildJobs.of(run);
    private final AtomicInteger writes = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    /** Jenkins writes the whole build, with the records of all its steps, for each of them. */
    @Test
    void submissionsThatAreRecordedAtOnceShareAWriteOfTheBuild() throws Exception {
        firstWriteLasts();
        List<FutureTask<String>> steps = recordedAtOnce();
        goesOn.countDown();
        for (FutureTask<String> step : steps) {
            assertThat(step.get()).isEqualTo("recorded");
        }
        assertThat(writes).hasValue(2);
        assertThat(jobs.others("key", "")).hasSize(STEPS + 1);
    }

    @Test
    void aWriteThatFailsIsTheTroubleOfOneAndEachOfTheOthersTries() throws Exception {
        firstWriteLasts();
        List<FutureTask<String>> steps = recordedAtOnce();
        run.onSave = () -> run.diskFull = writes.incrementAndGet() == 2;
        goesOn.countDown();
        List<String> ends = new ArrayList<>();
        for (FutureTask<String> step : steps) {
            ends.add(step.get());
        }
        assertThat(ends).containsOnlyOnce("No space left on device");
        assertThat(jobs.others("key", "")).hasSize(STEPS);
    }

    @Test
    void noneIsRecordedOnADiskThatIsFull() throws Exception {
        firstWriteLasts();
        List<FutureTask<String>> steps = recordedAtOnce();
        run.diskFull = true;
        goesOn.countDown();
        for (FutureTask<String> step : steps) {
            assertThat(step.get()).isEqualTo("No space left on device");
        }
        assertThat(jobs.others("key", "")).isEmpty();
    }

    @Test
    void aRecordThatCouldNotBeWrittenIsNotWrittenByTheNext() throws Exception {
        firstWriteLasts();
        List<FutureTask<String>> steps = recordedAtOnce();
        List<Integer> written = new ArrayList<>();
        run.onSave = () -> {
            run.diskFull = writes.incrementAndGet() == 2;
            written.add(jobs.others("key", "").size());
        };
        goesOn.countDown();
        for (FutureTask<String> step : steps) {
            step.get();
        }
        assertThat(written).containsExactly(STEPS + 1, STEPS);
    }

    @Test
    void aReservationThatIsTakenBackLeavesWhatWasBoughtBefore() throws Exception {
        JobRecord record = record("key").costing("8", "0.80 USD");
        jobs.reserve("key", record, null);
        jobs.reserve("key", record, null);
        jobs.takeBack("key", record("key"));
        assertThat(jobs.find("key").orElseThrow())
                .extracting(JobRecord::submissions, JobRecord::seconds, JobRecord::price)
                .containsExactly(1, "8", "0.80 USD");
    }

    private void firstWriteLasts() {
        run.onSave = () -> {
            if (writes.incrementAndGet() == 1) {
                begun.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    /** One step whose record is being written, and more that have come meanwhile. */
    private List<FutureTask<String>> recordedAtOnce() throws InterruptedException {
        List<FutureTask<String>> steps = new ArrayList<>();
        steps.add(recorded(0));
        begun.await();
        for (int i = 1; i <= STEPS; i++) {
            steps.add(recorded(i));
        }
        return steps;
    }

    private static JobRecord record(String key) {
        RenderState state =
                RenderState.planned(key, "video", Optional.empty(), "openai", "https://gateway.example.com");
        return new JobRecord("https://gateway.example.com", state, "a render");
    }

    private FutureTask<String> recorded(int number) {
        String key = "key" + number;
        FutureTask<String> task = new FutureTask<>(() -> {
            try {
                jobs.reserve(key, record(key), null);
                return "recorded";
            } catch (IOException e) {
                return e.getMessage();
            }
        });
        Thread step = new Thread(task);
        step.start();
        while (step.getState() == Thread.State.NEW || step.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        return task;
    }
}
