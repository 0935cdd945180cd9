package io.videogen.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.Ledger;
import io.videogen.core.testing.TestClock;
import io.videogen.core.testing.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of answers and aborts, and of kills between any two things that a render does: before or after a
 * write, a request, a claim, a download or a message. Whatever comes, a submission is recorded before it leaves, one that
 * may have been processed is never followed by another unless the user asked for it, an end stays an end, and what is on
 * disk is enough to go on. The Jenkins plugin kills its own host in the same way.
 */
class RenderModelTest {

    private static final int RUNS = Integer.getInteger("videogen.modelRuns", 600);
    private static final int RUNS_ON_DISK = RUNS / 20;
    private static final int STEPS = 120;
    private static final String KEY = "1".repeat(64);
    private static final VideoRequest REQUEST = VideoRequest.builder("a cat").build();

    @TempDir
    Path folder;

    @Test
    void noSequenceOfEventsPaysTwiceInSilence() {
        play(RUNS, seed -> new InMemory());
    }

    /** The same against the files that builds of Maven write. */
    @Test
    void noSequenceOfEventsPaysTwiceInSilenceFromTheFilesOfALedger() {
        play(RUNS_ON_DISK, seed -> new OnDisk(folder.resolve("seed-" + seed)));
    }

    private static void play(int runs, java.util.function.LongFunction<Disk> disks) {
        int done = 0;
        int unknown = 0;
        int stopped = 0;
        for (long seed = 0; seed < runs; seed++) {
            Run run = new Run(seed, disks.apply(seed));
            run.play();
            Optional<Phase> end = run.disk.read().map(RenderState::phase);
            done += end.equals(Optional.of(Phase.DONE)) ? 1 : 0;
            unknown += end.equals(Optional.of(Phase.UNKNOWN)) ? 1 : 0;
            stopped += run.stops > 0 ? 1 : 0;
        }
        // The sequences must reach the ends that the invariants speak of, or they prove nothing.
        assertThat(done).isPositive();
        assertThat(unknown).isPositive();
        assertThat(stopped).isPositive();
    }

    /** The host's process dies. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What a host has written; all that a kill leaves. */
    private interface Disk extends Journal {
        Optional<RenderState> read();
    }

    private static final class InMemory implements Disk {
        private String text;

        @Override
        public void write(RenderState before, RenderState after, boolean durable) {
            text = after.phase() == Phase.PLANNED ? null : after.toJson();
        }

        @Override
        public Optional<RenderState> read() {
            return Optional.ofNullable(text).map(RenderState::fromJson);
        }
    }

    private static final class OnDisk implements Disk {
        private final Ledger ledger;

        OnDisk(Path folder) {
            ledger = ClipStore.open(folder, new TestClock(), warning -> {}).ledger();
        }

        @Override
        public void write(RenderState before, RenderState after, boolean durable) {
            ledger.write(before, after, durable);
        }

        @Override
        public Optional<RenderState> read() {
            return ledger.find(KEY);
        }
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final TestClock clock = new TestClock();
        private final ScriptedRemote remote = new ScriptedRemote();
        private final Disk disk;
        private SubmissionGate gate;
        private Render render;
        /** Submissions that the remote side may have turned into a job since the user last allowed one. */
        private int possibleJobs;

        private int stops;

        Run(long seed, Disk disk) {
            this.seed = seed;
            this.disk = disk;
            this.random = new Random(seed);
            remote.onCreate = () -> between(this::create);
            remote.onPoll = () -> between(this::poll);
            remote.onLookUp = () -> between(this::lookUp);
            start();
        }

        void play() {
            for (int i = 0; i < STEPS; i++) {
                try {
                    step();
                } catch (Killed e) {
                    start();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                clock.pass(Duration.ofMillis(random.nextInt(40_000) - 2_000));
            }
        }

        private void step() throws InterruptedException {
            RenderState before = render.state();
            RenderStep step = render.step();
            RenderState after = render.state();
            check(before, after);
            if (step instanceof RenderStep.Arrived && random.nextInt(5) == 0) {
                render.fetchAgain();
            } else if (!(step instanceof RenderStep.Again)) {
                stops += step instanceof RenderStep.Stopped ? 1 : 0;
                start();
            }
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
            if (after.jobId().isPresent()) {
                assertThat(disk.read().flatMap(RenderState::jobId))
                        .as("seed %s", seed)
                        .isEqualTo(after.jobId());
            }
        }

        /** A new process, or the next build of the user: it goes on from what is on disk. */
        private void start() {
            RenderState planned = RenderState.planned(KEY, "v", Optional.empty(), "openai", "http://localhost");
            RenderState from = disk.read().orElse(planned);
            if (from.phase() == Phase.UNKNOWN && random.nextInt(3) == 0) {
                // The user looked at the provider's list and allows a new submission.
                possibleJobs = 0;
                from = planned;
            } else if (from.phase() == Phase.FAILED) {
                possibleJobs = 0;
            }
            gate = new SubmissionGate();
            render = new Render(
                    new Engine(remote, job -> Duration.ofSeconds(3), Duration.ofSeconds(2), clock, new Random(seed)),
                    new RenderHost(this::write, owners(), Optional.of(sink()), event -> between(() -> event)),
                    gate,
                    new Deadline(clock, clock.instant().plus(Duration.ofMinutes(30)), Duration.ofMinutes(30)),
                    REQUEST,
                    from.reopened());
        }

        private void write(RenderState before, RenderState after, boolean durable) {
            between(() -> {
                if (before.phase() == Phase.PLANNED && random.nextInt(8) == 0) {
                    gate.stop();
                }
                try {
                    disk.write(before, after, durable);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return after;
            });
        }

        private JobOwners owners() {
            return new JobOwners() {
                @Override
                public boolean isTaken(String jobId) {
                    return false;
                }

                @Override
                public Claim take(String jobId) {
                    return between(() -> random.nextInt(4) != 0
                            ? Claim.OURS
                            : Claim.values()[random.nextInt(Claim.values().length)]);
                }
            };
        }

        private ArtifactSink sink() {
            return (key, kind, index, location, most) -> between(this::download);
        }

        private <T> T between(Supplier<T> callback) {
            kill();
            T result = callback.get();
            kill();
            return result;
        }

        private void kill() {
            if (random.nextInt(40) == 0) {
                throw new Killed();
            }
        }

        private CreateOutcome create() {
            RenderState recorded = disk.read().orElseThrow();
            assertThat(recorded.phase()).as("seed %s", seed).isEqualTo(Phase.SUBMITTING);
            assertThat(recorded.submission())
                    .as("seed %s", seed)
                    .contains(remote.createKeys.get(remote.createKeys.size() - 1));
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
                    () -> new LookupOutcome.Found(Words.said("job:" + seed)),
                    LookupOutcome.NoneFits::new,
                    () -> new LookupOutcome.More("mark:" + random.nextInt(100)),
                    () -> new LookupOutcome.Ambiguous(3, List.of()),
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
