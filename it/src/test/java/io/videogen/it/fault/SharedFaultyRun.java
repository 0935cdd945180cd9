package io.videogen.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.api.ApiName;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.VideoResult;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.http.Endpoint;
import io.videogen.core.output.VideoStatus;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.shared.AccessKeys;
import io.videogen.core.shared.Holder;
import io.videogen.core.shared.SharedStorage;
import io.videogen.core.shared.SharedStore;
import io.videogen.core.shared.SharedTimes;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import io.videogen.preview.http.Reply;
import io.videogen.preview.script.Operation;
import io.videogen.store.s3.FakeS3;
import io.videogen.store.s3.S3StorageProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A few videos that some machines want at the same time, each build on a new, empty cache, while the storage and the API
 * fail and the machines die. Then the weather clears, and one more machine runs the build.
 */
final class SharedFaultyRun implements AutoCloseable {

    private static final Pattern LEFT_AT = Pattern.compile("left at (\\S+)");
    /** Signs of life are most of what a run costs on a busy machine. */
    private static final SharedTimes TIMES =
            new SharedTimes(Duration.ofMillis(200), Duration.ofMillis(1200), Duration.ofSeconds(10));

    private static final FakeS3.Fault[] WRITE_FAULTS = {
        FakeS3.Fault.LOST_REQUEST,
        FakeS3.Fault.LOST_REPLY,
        FakeS3.Fault.ERROR_BEFORE,
        FakeS3.Fault.ERROR_AFTER,
        FakeS3.Fault.CONFLICT,
        FakeS3.Fault.PRECONDITION_FAILED,
        FakeS3.Fault.SLOW_DOWN
    };
    private static final FakeS3.Fault[] READ_FAULTS = {
        FakeS3.Fault.LOST_REQUEST, FakeS3.Fault.LOST_REPLY, FakeS3.Fault.ERROR_BEFORE, FakeS3.Fault.SLOW_DOWN
    };

    private final Random random;
    private final Path folder;
    private final ApiName api;
    private final RememberingPainter painter = new RememberingPainter();
    private final Map<String, Integer> jobsByPrompt = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> lost = new ConcurrentHashMap<>();
    private final Map<VideoStatus, Integer> ends = new EnumMap<>(VideoStatus.class);
    private final AtomicInteger machines = new AtomicInteger();
    private final List<VideoTask> tasks;
    private final PreviewServer server;
    private final FakeS3 bucket = new FakeS3();
    private final SharedStorage storage;
    private int deaths;

    SharedFaultyRun(long seed, Path folder) throws IOException {
        random = new Random(seed * 7919);
        this.folder = folder;
        // The search for a lost job takes a while, in real time.
        api = random.nextInt(3) == 0 ? ApiName.OPENAI : ApiName.NEW_API;
        server = PreviewServer.builder()
                .api(Api.valueOf(api.name()))
                .painter(painter)
                .start();
        server.script().pollsUntilDone(random.nextInt(4));
        storage = new S3StorageProvider().open(bucket.location("it"), Optional.of(new AccessKeys("key", "secret")));
        tasks = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(number -> new VideoTask(
                        "video-" + number,
                        VideoRequest.builder("Prompt " + number)
                                .model("sora-2")
                                .seconds("4")
                                .size("320x240")
                                .build()))
                .toList();
        weather(1.0 / (8 + random.nextInt(40)), 1.0 / (6 + random.nextInt(20)));
    }

    private void weather(double badStorage, double badApi) {
        bucket.script((method, key) -> {
            synchronized (random) {
                if (random.nextDouble() >= badStorage) {
                    return FakeS3.Fault.NONE;
                }
                FakeS3.Fault[] faults = method.equals("PUT") ? WRITE_FAULTS : READ_FAULTS;
                return faults[random.nextInt(faults.length)];
            }
        });
        // The first rule that is left applies: without this, bad weather lasted.
        server.script().clearFaults();
        for (Operation operation : Operation.values()) {
            server.script().on(operation, (request, handling) -> {
                boolean before;
                boolean after;
                synchronized (random) {
                    // A create that met nobody is tried again, in real time.
                    before = operation != Operation.CREATE && random.nextDouble() < badApi / 2;
                    after = random.nextDouble() < badApi / 2;
                }
                if (before) {
                    return Reply.text(503, "text/plain", "");
                }
                Reply reply = handling.handle();
                if (operation == Operation.CREATE && reply.status() / 100 == 2) {
                    jobsByPrompt.merge(request.fields().get("prompt"), 1, Integer::sum);
                }
                return after ? Reply.text(502, "text/plain", "") : reply;
            });
        }
    }

    /** Tells how videos ended on machines that lived to tell it. */
    Map<VideoStatus, Integer> run() {
        for (int round = 1 + random.nextInt(3); round > 0; round--) {
            List<CompletableFuture<?>> builds = new ArrayList<>();
            for (int machine = 1 + random.nextInt(3); machine > 0; machine--) {
                int lifetime = random.nextInt(3) == 0 ? Integer.MAX_VALUE : random.nextInt(30 * tasks.size());
                builds.add(CompletableFuture.runAsync(
                        () -> build(lifetime, Set.of()), build -> new Thread(build, "build").start()));
            }
            builds.forEach(CompletableFuture::join);
        }
        weather(0, 0);
        Set<String> resubmit = Set.of();
        List<String> told = new ArrayList<>();
        for (int builds = 0; ; builds++) {
            assertThat(builds).as("builds in good weather, which told " + told).isLessThan(4);
            BatchReport report = build(Integer.MAX_VALUE, resubmit).orElseThrow();
            assertThat(report.failures())
                    .as("good weather")
                    .allMatch(failed -> failed.status() == VideoStatus.UNKNOWN, "is unknown");
            if (report.failures().isEmpty()) {
                break;
            }
            report.failures()
                    .forEach(failed -> told.add(failed.error().orElseThrow().getMessage()));
            resubmit = new HashSet<>(
                    report.failures().stream().map(VideoResult::name).toList());
        }
        for (VideoTask task : tasks) {
            assertThat(jobsByPrompt.get(task.request().prompt()))
                    .as("jobs of " + task.name())
                    .isBetween(1, 1 + lost.getOrDefault(task.name(), Set.of()).size());
        }
        return ends;
    }

    /** One build on a new machine; nothing when it died. */
    private Optional<BatchReport> build(int lifetime, Set<String> resubmit) {
        MortalMachine machine = new MortalMachine(lifetime);
        String name = "machine-" + machines.incrementAndGet();
        Path home = folder.resolve(name);
        BatchSettings settings = BatchSettings.builder(home.resolve("out"), home.resolve("cache"))
                .api(api)
                .endpoint(Endpoint.parse(server.baseUrl(), false))
                .sharedStore(new SharedStore(
                        "fake",
                        () -> machine.storage(storage),
                        home.resolve("cache"),
                        new Holder(
                                name,
                                "build of " + name,
                                name,
                                Clock.systemUTC().instant()),
                        TIMES,
                        Clock.systemUTC()))
                .pollInterval(Duration.ofMillis(20))
                .jobTimeout(Duration.ofMinutes(2))
                .resubmit(resubmit)
                .build();
        Optional<BatchReport> report = machine.run(settings, tasks);
        synchronized (ends) {
            deaths += report.isEmpty() ? 1 : 0;
            report.ifPresent(told -> told.videos().forEach(video -> check(video, home.resolve("out"))));
        }
        return report;
    }

    private void check(VideoResult video, Path output) {
        ends.merge(video.status(), 1, Integer::sum);
        if (video.isCompleted()) {
            String prompt = "Prompt " + video.name().replaceAll("\\D", "");
            byte[] clip = read(output.resolve(video.name() + ".mp4"));
            assertThat(painter.clips(prompt))
                    .as("clip of " + video.name())
                    .anyMatch(painted -> Arrays.equals(painted, clip));
        } else if (video.status() == VideoStatus.UNKNOWN) {
            Matcher left = LEFT_AT.matcher(video.error().orElseThrow().getMessage());
            lost.computeIfAbsent(video.name(), ignored -> ConcurrentHashMap.newKeySet())
                    .add(left.find() ? left.group(1) : video.error().get().getMessage());
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int deaths() {
        return deaths;
    }

    @Override
    public void close() {
        storage.close();
        bucket.close();
        server.close();
    }
}
