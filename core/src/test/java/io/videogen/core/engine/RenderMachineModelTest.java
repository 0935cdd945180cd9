package io.videogen.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of answers, crashes, lost writes and reruns. Whatever comes, a submission that may have been
 * processed is never followed by another one unless the user asked for it, an end stays an end, and every state
 * survives its text form.
 */
class RenderMachineModelTest {

    private static final int RUNS = Integer.getInteger("videogen.modelRuns", 600);
    private static final int STEPS = 120;
    private static final VideoRequest REQUEST = VideoRequest.builder("a cat").build();

    @Test
    void noSequenceOfEventsPaysTwiceInSilence() {
        int done = 0;
        int unknown = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            Run run = new Run(seed);
            run.play();
            done += run.disk.phase() == Phase.DONE ? 1 : 0;
            unknown += run.disk.phase() == Phase.UNKNOWN ? 1 : 0;
        }
        // The sequences must reach the ends that the invariants speak of, or they prove nothing.
        assertThat(done).isGreaterThan(RUNS / 10);
        assertThat(unknown).isGreaterThan(RUNS / 20);
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final TestClock clock = new TestClock();
        private final ScriptedRemote remote = new ScriptedRemote();
        private RenderMachine machine;
        /** What the host has written; all that a crash leaves. */
        private RenderState disk =
                RenderState.planned("1".repeat(64), "v", Optional.empty(), "openai", "http://localhost");
        /** Submissions that the remote side may have turned into a job since the user last allowed one. */
        private int possibleJobs;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            remote.onCreate = this::create;
            remote.onPoll = this::poll;
            remote.onLookUp = this::lookUp;
            start();
        }

        void play() {
            for (int i = 0; i < STEPS; i++) {
                if (random.nextInt(10) == 0) {
                    crashAndRerun();
                }
                step();
                clock.pass(Duration.ofMillis(random.nextInt(40_000) - 2_000));
            }
        }

        private void step() {
            RenderState before = disk;
            Advance advance;
            try {
                advance = machine.advance(REQUEST, before);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            RenderState after = advance.state();
            check(before, after);
            // One time in twelve the write is lost: the process dies between the remote operation and the disk.
            if (random.nextInt(12) == 0) {
                crashAndRerun();
                return;
            }
            disk = RenderState.fromJson(after.toJson());
        }

        private void check(RenderState before, RenderState after) {
            assertThat(possibleJobs)
                    .as("creates that may have been processed, seed %s", seed)
                    .isLessThanOrEqualTo(1);
            assertThat(RenderState.fromJson(after.toJson())).as("seed %s", seed).isEqualTo(after);
            if (before.phase().isTerminal()) {
                assertThat(after).as("seed %s", seed).isEqualTo(before);
            }
            before.jobId()
                    .ifPresent(
                            id -> assertThat(after.jobId()).as("seed %s", seed).contains(id));
            assertThat(after.videos().size())
                    .isGreaterThanOrEqualTo(before.videos().size());
        }

        private void crashAndRerun() {
            start();
            if (disk.phase() == Phase.UNKNOWN && random.nextInt(3) == 0) {
                // The user looked at the provider's list and allows a new submission.
                possibleJobs = 0;
                disk = RenderState.planned(disk.key(), disk.name(), disk.model(), disk.api(), disk.endpoint());
                return;
            }
            if (disk.phase() == Phase.FAILED) {
                possibleJobs = 0;
            }
            disk = disk.reopened();
        }

        private void start() {
            machine = new RenderMachine(
                    remote,
                    (key, kind, index, location) -> download(),
                    job -> Duration.ofSeconds(3),
                    Duration.ofSeconds(2),
                    id -> false,
                    clock,
                    new Random(seed));
        }

        private CreateOutcome create() {
            return this.<CreateOutcome>any(List.of(
                    () -> {
                        possibleJobs++;
                        return Answers.accepted("job:" + seed);
                    },
                    () -> {
                        possibleJobs++;
                        return new CreateOutcome.Unknown("reset");
                    },
                    Answers::undelivered,
                    Answers::undelivered,
                    Answers::refused));
        }

        private PollOutcome poll() {
            return this.<PollOutcome>any(List.of(
                    () -> Answers.running(random.nextInt(101)),
                    () -> Answers.running(0),
                    Answers::down,
                    Answers::absent,
                    Answers::denied,
                    () -> Answers.completed(1 + random.nextInt(2), random.nextBoolean()),
                    () -> Answers.completed(1, false),
                    () -> Answers.failed("x", "y")));
        }

        private LookupOutcome lookUp() {
            return this.<LookupOutcome>any(List.of(
                    () -> new LookupOutcome.Found("job:" + seed),
                    LookupOutcome.NoneFits::new,
                    () -> new LookupOutcome.Ambiguous(3),
                    () -> new LookupOutcome.NotPossible("no list"),
                    () -> new LookupOutcome.Transient("503", Optional.empty())));
        }

        private DownloadOutcome download() {
            return this.<DownloadOutcome>any(List.of(
                    Answers::clip,
                    Answers::clip,
                    () -> new DownloadOutcome.Transient("reset", Optional.empty()),
                    () -> new DownloadOutcome.Expired("403"),
                    () -> new DownloadOutcome.NotReady("400"),
                    Answers::rejected));
        }

        private <T> T any(List<Supplier<T>> answers) {
            return answers.get(random.nextInt(answers.size())).get();
        }
    }
}
