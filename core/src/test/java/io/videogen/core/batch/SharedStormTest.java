package io.videogen.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.http.Endpoint;
import io.videogen.core.media.MediaFiles;
import io.videogen.core.output.VideoStatus;
import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.shared.Machines;
import io.videogen.core.shared.MemoryStorage.Trouble;
import io.videogen.core.testing.TestClock;
import io.videogen.core.testing.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole builds on machines with a new, empty cache each, one after the other and one in the middle of another, through
 * storms between them, their store and the API. A machine that is killed reaches nothing any more; one that is paused
 * goes on when others have done its work. Then the weather clears.
 */
class SharedStormTest {

    private static final int RUNS = Integer.getInteger("videogen.sharedStorms", 15);
    private static final long FIRST_SEED = Long.getLong("videogen.sharedSeed", 1);
    private static final int MOST_BUILDS = 25;

    @TempDir
    Path folder;

    @Test
    void in_any_weather_machines_buy_each_clip_once_and_all_get_it() throws IOException {
        Map<VideoStatus, Integer> ends = new EnumMap<>(VideoStatus.class);
        int kills = 0;
        int nested = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            Storm storm = new Storm(seed);
            storm.run();
            storm.ends.forEach((end, count) -> ends.merge(end, count, Integer::sum));
            kills += storm.kills;
            nested += storm.nestedBuilds;
        }
        System.out.println(RUNS + " storms over a shared store from seed " + FIRST_SEED + ": " + ends + ", " + kills
                + " kills, " + nested + " builds in the middle of another");
        assertThat(ends).containsKey(VideoStatus.COMPLETED);
    }

    private final class Storm {
        private final long seed;
        private final Random random;
        private final TestClock clock = new TestClock();
        private final Path home;
        private final Machines machines;
        private final List<VideoTask> tasks = new ArrayList<>();
        private final TreeMap<String, String> promptByJob = new TreeMap<>();
        private final Map<String, Set<String>> lost = new HashMap<>();
        private final Map<VideoStatus, Integer> ends = new EnumMap<>(VideoStatus.class);
        private final boolean listsJobs;
        private boolean over;
        private int builds;
        private int depth;
        private int kills;
        private int nestedBuilds;
        private Machine atWork;

        private Storm(long seed) {
            this.seed = seed;
            random = new Random(seed * 7919);
            listsJobs = random.nextBoolean();
            home = folder.resolve("storm-" + seed);
            machines = new Machines(home);
            machines.enoughForList = 1 + (int) (seed % 2) * 9;
            machines.storage.weather = (call, name) -> storageWeather(call);
            for (int number = 1 + random.nextInt(3); number > 0; number--) {
                tasks.add(BatchFixture.task("video-" + number, "Prompt " + number));
            }
        }

        private void run() throws IOException {
            int stormy = 2 + random.nextInt(4);
            for (int build = 0; build < stormy; build++) {
                build(Set.of());
                clock.pass(Duration.ofSeconds(random.nextInt(200)));
            }
            over = true;
            Set<String> resubmit = Set.of();
            for (int build = 0; ; build++) {
                assertThat(build).as("builds in good weather, seed " + seed).isLessThan(5);
                BatchReport report = build(resubmit).orElseThrow();
                resubmit = new HashSet<>(report.failures().stream()
                        .filter(failed -> failed.status() == VideoStatus.UNKNOWN)
                        .map(VideoResult::name)
                        .toList());
                assertThat(report.failures())
                        .as("good weather, seed " + seed)
                        .allMatch(failed -> failed.status() == VideoStatus.UNKNOWN, "is unknown");
                if (report.failures().isEmpty()) {
                    break;
                }
            }
            assertPaidOnce();
        }

        private void assertPaidOnce() {
            for (VideoTask task : tasks) {
                long jobs = promptByJob.values().stream()
                        .filter(task.request().prompt()::equals)
                        .count();
                int allowed = lost.getOrDefault(task.name(), Set.of()).size();
                assertThat(jobs).as("jobs of " + task.name() + ", seed " + seed).isLessThanOrEqualTo(1 + allowed);
            }
        }

        /** One build on a new machine; nothing when it was killed. */
        private Optional<BatchReport> build(Set<String> resubmit) throws IOException {
            assertThat(++builds).as("builds, seed " + seed).isLessThan(MOST_BUILDS);
            Machine before = atWork;
            Machine machine = new Machine("machine-" + builds);
            depth++;
            atWork = machine;
            try {
                BatchReport report = machine.run(resubmit);
                if (machine.dead) {
                    return Optional.empty();
                }
                for (VideoResult result : report.videos()) {
                    ends.merge(result.status(), 1, Integer::sum);
                    check(machine, result);
                }
                return Optional.of(report);
            } finally {
                depth--;
                atWork = before;
            }
        }

        private void check(Machine machine, VideoResult result) throws IOException {
            if (result.isCompleted()) {
                assertThat(machine.output().resolve(result.name() + ".mp4"))
                        .hasBinaryContent(MediaFiles.read("index-first.mp4"));
            } else if (result.status() == VideoStatus.UNKNOWN) {
                String message = result.error().orElseThrow().getMessage();
                int at = message.indexOf("left at ");
                lost.computeIfAbsent(result.name(), ignored -> new HashSet<>())
                        .add(at < 0 ? message : message.substring(at, at + 32));
            }
        }

        private Trouble storageWeather(String call) {
            if (atWork.dead) {
                return Trouble.LOST_REQUEST;
            }
            anything();
            if (atWork.dead) {
                return Trouble.LOST_REQUEST;
            }
            if (over || random.nextInt(15) > 0) {
                return Trouble.NONE;
            }
            Trouble[] some = call.equals("claim") || call.equals("replace")
                    ? new Trouble[] {Trouble.LOST_REQUEST, Trouble.LOST_REPLY, Trouble.REPEATED, Trouble.BUSY}
                    : new Trouble[] {Trouble.LOST_REQUEST};
            return some[random.nextInt(some.length)];
        }

        /** A moment at which who is at work may die, or be paused while others work. */
        private void anything() {
            if (over || random.nextInt(40) > 0) {
                return;
            }
            if (random.nextBoolean()) {
                kills++;
                atWork.dead = true;
            } else if (depth < 3 && builds < MOST_BUILDS - 8) {
                nestedBuilds++;
                try {
                    clock.pass(Duration.ofSeconds(random.nextInt(120)));
                    build(Set.of());
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }

        /** A machine, and the API as it reaches it. */
        private final class Machine implements Remote, RemoteJobs, ArtifactFetcher {
            private final String name;
            private boolean dead;

            private Machine(String name) {
                this.name = name;
            }

            private Path output() {
                return home.resolve(name).resolve("out");
            }

            private BatchReport run(Set<String> resubmit) {
                BatchSettings settings = BatchSettings.builder(
                                output(), home.resolve(name).resolve("cache"))
                        .api(ApiName.NEW_API)
                        .endpoint(Endpoint.parse(BatchFixture.HERE, false))
                        .sharedStore(machines.run(name, clock))
                        .resubmit(resubmit)
                        .jobTimeout(Duration.ofMinutes(10))
                        .build();
                return new VideoBatch(
                                settings, () -> this, LastFrames.NONE, new BatchListener() {}, clock, new Turns(this))
                        .run(tasks);
            }

            @Override
            public Endpoint endpoint() {
                return Endpoint.parse(BatchFixture.HERE, false);
            }

            @Override
            public RemoteJobs jobs() {
                return this;
            }

            @Override
            public ArtifactFetcher artifacts() {
                return this;
            }

            @Override
            public void close() {}

            @Override
            public CreateOutcome create(VideoRequest request, String idempotencyKey) {
                anything();
                if (dead || !over && random.nextInt(8) == 0) {
                    return random.nextBoolean()
                            ? new CreateOutcome.NotDelivered(
                                    new VideogenException(ErrorKind.UNREACHABLE, "down", "It is down."),
                                    Optional.empty())
                            : new CreateOutcome.Unknown("the connection broke");
                }
                String id = "job_" + (promptByJob.size() + 1);
                promptByJob.put(id, request.prompt());
                created.put(id, clock.instant());
                anything();
                return dead || !over && random.nextInt(6) == 0
                        ? new CreateOutcome.Unknown("the reply was lost")
                        : new CreateOutcome.Accepted(Words.said(id), snapshot(id), Optional.empty());
            }

            @Override
            public PollOutcome poll(VideoRequest request, String jobId) {
                anything();
                return dead || !over && random.nextInt(6) == 0
                        ? new PollOutcome.Transient("a storm", Optional.empty())
                        : new PollOutcome.Seen(snapshot(jobId), Optional.empty());
            }

            @Override
            public LookupOutcome lookUp(VideoRequest request, Lookup lookup) {
                anything();
                if (dead || !over && random.nextInt(6) == 0) {
                    return new LookupOutcome.Transient("a storm", Optional.empty());
                }
                if (!listsJobs) {
                    return new LookupOutcome.NotPossible("This API has no list of jobs.");
                }
                List<String> fitting = promptByJob.entrySet().stream()
                        .filter(job -> job.getValue().equals(request.prompt()))
                        .map(Map.Entry::getKey)
                        .filter(id -> !lookup.known().test(id))
                        .toList();
                return switch (fitting.size()) {
                    case 0 -> new LookupOutcome.NoneFits();
                    case 1 -> new LookupOutcome.Found(Words.said(fitting.get(0)));
                    default -> new LookupOutcome.Ambiguous(fitting.size(), List.of());
                };
            }

            @Override
            public CancelOutcome cancel(VideoRequest request, String jobId) {
                return CancelOutcome.NOT_POSSIBLE;
            }

            @Override
            public DownloadOutcome fetch(ArtifactLocation location, ArtifactKind kind, Path partFile, Duration most) {
                anything();
                if (dead || !over && random.nextInt(6) == 0) {
                    return new DownloadOutcome.Transient("a storm", Optional.empty());
                }
                byte[] content = MediaFiles.read("index-first.mp4");
                try {
                    Files.write(partFile, content);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                return new DownloadOutcome.Complete(Snapshots.file(content));
            }
        }

        private final Map<String, Instant> created = new HashMap<>();

        private io.videogen.core.reply.JobSnapshot snapshot(String id) {
            boolean done = !clock.instant().isBefore(created.get(id).plusSeconds(40));
            return Snapshots.of(id, done, BatchFixture.HERE);
        }

        /** The lanes of one machine on the clock of all; a machine that died takes no step more. */
        private final class Turns implements Lanes {

            private record Step(Instant at, long order, Runnable work) {}

            private final PriorityQueue<Step> steps =
                    new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::order));
            private final Machine machine;
            private long order;
            private boolean stopped;

            private Turns(Machine machine) {
                this.machine = machine;
            }

            @Override
            public void after(Duration pause, Lane lane, Runnable step) {
                if (!stopped) {
                    steps.add(new Step(clock.instant().plus(pause), order++, step));
                }
            }

            @Override
            public void await(CountDownLatch done) {
                while (done.getCount() > 0 && !machine.dead) {
                    Step step = steps.remove();
                    assertThat(order).as("steps, seed " + seed).isLessThan(50_000);
                    if (step.at().isAfter(clock.instant())) {
                        clock.set(step.at());
                    }
                    step.work().run();
                }
            }

            @Override
            public void stop() {
                stopped = true;
                steps.clear();
            }

            @Override
            public void awaitStopped(Duration most) {}
        }
    }
}
