package io.videogen.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.engine.Deadline;
import io.videogen.core.engine.Engine;
import io.videogen.core.engine.JobOwners;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.Render;
import io.videogen.core.engine.RenderHost;
import io.videogen.core.engine.RenderState;
import io.videogen.core.engine.RenderStep;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.remote.HttpRemoteJobs;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import io.videogen.preview.fault.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A few videos rendered through bad weather by the very loop and client that users run, in virtual time. The host forgets all but the recorded
 * states now and then, as a killed one does. Then the weather clears, and the user runs the build again.
 */
final class FaultyRun implements AutoCloseable {

    /** Those that any reply mode can be shown in; the others have paths and shapes of their own. */
    private static final List<ApiName> APIS =
            List.of(ApiName.OPENAI, ApiName.LCONAI, ApiName.NEW_API, ApiName.YISHANGYUN);

    /** How a video ended in the bad weather. */
    enum End {
        COMPLETED,
        FAILED,
        UNKNOWN,
        STOPPED,
        TIMEOUT
    }

    private static final Duration JOB_TIMEOUT = Duration.ofMinutes(30);
    private static final int MOST_STEPS = 5_000;
    private static final Duration SHORT = Duration.ofMillis(1_500);

    private static final class Video {
        private final String name;
        private final VideoRequest request;
        private final boolean fails;
        /** What is recorded: all that a kill leaves. */
        private RenderState state;

        private Render render;
        private Instant due;
        private End end;
        private Optional<VideogenException> error = Optional.empty();

        private Video(String name, VideoRequest request, boolean fails) {
            this.name = name;
            this.request = request;
            this.fails = fails;
        }
    }

    private final Map<String, Integer> jobsByPrompt = new ConcurrentHashMap<>();
    private final RememberingPainter painter = new RememberingPainter();
    private final VirtualClock clock = new VirtualClock();
    private final Weather weather;
    private final Random random;
    private final ApiName api;
    private final PreviewServer server;
    private final FaultProxy proxy;
    private final Endpoint endpoint;
    private final Path folder;
    private final HttpTransport transport;
    private final List<Video> videos = new ArrayList<>();
    private Engine engine;
    private Instant deadline;

    FaultyRun(long seed, Path folder) throws IOException {
        this.folder = folder;
        weather = new Weather(seed, clock);
        random = weather.random();
        api = random.nextBoolean() ? ApiName.OPENAI : APIS.get(random.nextInt(APIS.size()));
        server = PreviewServer.builder()
                .api(Api.valueOf(api.name()))
                .clock(clock)
                .painter(painter)
                .start();
        weather.script(server, prompt -> jobsByPrompt.merge(prompt, 1, Integer::sum));
        proxy = new FaultProxy(server.baseUrl(), weather.connections());
        endpoint = Endpoint.parse(proxy.baseUrl(), false);
        transport = new HttpTransport(HttpSettings.defaults().withTimeouts(SHORT, SHORT, SHORT, SHORT));
        for (int number = 1 + random.nextInt(4); number > 0; number--) {
            boolean fails = random.nextInt(12) == 0;
            String name = (fails ? "doomed-" : "video-") + number;
            videos.add(new Video(
                    name,
                    VideoRequest.builder("Prompt of " + name)
                            .model("sora-2")
                            .seconds("4")
                            .size("320x240")
                            .build(),
                    fails));
        }
        server.script().failJobs("doomed", "out_of_luck", "the job is doomed");
    }

    /** Renders in bad weather, then in good, and checks after each; tells how the bad weather ended. */
    Map<End, Integer> run() throws IOException, InterruptedException {
        videos.forEach(video -> video.state = planned(video));
        renderAll(true);
        Map<End, Integer> ends = new EnumMap<>(End.class);
        for (Video video : videos) {
            check(video);
            assertThat(jobs(video)).as("jobs of " + video.name).isLessThanOrEqualTo(1);
            ends.merge(video.end, 1, Integer::sum);
        }
        weather.clear(server);
        assertThat(jobsByPrompt.values().stream().mapToInt(jobs -> jobs).sum()).isEqualTo(server.jobsCreated());
        repeatTheBuild();
        return ends;
    }

    private RenderState planned(Video video) {
        return RenderState.planned(
                "%064d".formatted(videos.indexOf(video)),
                video.name,
                video.request.model(),
                api.word(),
                endpoint.toString());
    }

    private void renderAll(boolean withRestarts) throws InterruptedException {
        engine = newEngine();
        deadline = clock.instant().plus(JOB_TIMEOUT);
        videos.forEach(video -> {
            video.render = newRender(video);
            video.due = clock.instant();
            video.end = null;
            video.error = Optional.empty();
        });
        for (int steps = 0; ; steps++) {
            assertThat(steps).as("steps: the run goes round in circles").isLessThan(MOST_STEPS);
            Optional<Video> next = videos.stream()
                    .filter(video -> video.end == null)
                    .min(Comparator.comparing((Video video) -> video.due).thenComparing(video -> video.name));
            if (next.isEmpty()) {
                return;
            }
            if (withRestarts && random.nextInt(25) == 0) {
                engine = newEngine();
                videos.forEach(video -> video.render = newRender(video));
            }
            clock.setTo(next.get().due);
            step(next.get());
        }
    }

    private void step(Video video) throws InterruptedException {
        RenderStep step = video.render.step();
        if (step instanceof RenderStep.Again again) {
            video.due = clock.instant().plus(again.pause());
        } else if (step instanceof RenderStep.Failed failed) {
            video.error = Optional.of(failed.error());
            video.end = switch (video.render.state().phase()) {
                case FAILED -> End.FAILED;
                case UNKNOWN -> End.UNKNOWN;
                default -> End.STOPPED;
            };
        } else {
            video.end = step instanceof RenderStep.Arrived ? End.COMPLETED : End.TIMEOUT;
        }
    }

    private Engine newEngine() {
        HttpRemoteJobs jobs = new HttpRemoteJobs(
                VideoApis.of(api), endpoint, Optional.empty(), transport, Encoding.AUTO, Optional.empty(), clock);
        return new Engine(jobs, view -> Duration.ofSeconds(10), Duration.ofSeconds(2), clock, random);
    }

    private Render newRender(Video video) {
        Downloader downloader = new Downloader(
                transport,
                endpoint,
                Optional.empty(),
                DownloadSettings.defaults().withIdleLimit(SHORT, 1),
                clock);
        RenderHost host = new RenderHost(
                // As on disk: what a host records must be enough to go on.
                (before, after, durable) -> video.state = RenderState.fromJson(after.toJson()),
                owners(video),
                Optional.of((key, kind, index, location, most) ->
                        downloader.fetch(location, kind, part(key, kind, index), most)),
                event -> {});
        return new Render(
                engine,
                host,
                new SubmissionGate(),
                new Deadline(clock, deadline, JOB_TIMEOUT),
                video.request,
                video.state);
    }

    private JobOwners owners(Video video) {
        return new JobOwners() {
            @Override
            public boolean isTaken(String jobId) {
                return videos.stream().anyMatch(other -> other.state.jobId().equals(Optional.of(jobId)));
            }

            @Override
            public Claim take(String jobId) {
                return Claim.of(videos.stream()
                        .noneMatch(
                                other -> other != video && other.state.jobId().equals(Optional.of(jobId))));
            }
        };
    }

    private Path part(String key, ArtifactKind kind, int index) {
        return folder.resolve(key.substring(60) + "-" + kind + "-" + index + ".part");
    }

    /** The states are found on disk by a new process; what is unknown even now is resubmitted by the user. */
    private void repeatTheBuild() throws IOException, InterruptedException {
        clock.pass(Duration.ofMinutes(5));
        List<Integer> before = videos.stream().map(this::jobs).toList();
        for (Video video : videos) {
            video.state = video.state.reopened();
        }
        renderAll(false);
        for (Video video : videos) {
            check(video);
            int paid = before.get(videos.indexOf(video));
            int jobs = jobs(video);
            if (video.end == End.UNKNOWN) {
                assertThat(jobs).as("jobs of " + video.name + ", unknown").isEqualTo(paid);
                boolean listed = api == ApiName.OPENAI && video.state.jobId().isEmpty();
                assertThat(listed && paid == 1)
                        .as("a job that the API lists is found: " + video.error)
                        .isFalse();
                video.state = planned(video);
            } else if (video.fails) {
                assertThat(video.end).as(video.name).isEqualTo(End.FAILED);
                assertThat(jobs).as("jobs of " + video.name).isBetween(1, 2);
            } else {
                assertThat(video.end).as(video.name + " " + video.error).isEqualTo(End.COMPLETED);
                assertThat(jobs).as("jobs of " + video.name).isEqualTo(1);
            }
        }
        renderAll(false);
        for (Video video : videos) {
            check(video);
            assertThat(video.end).as(video.name + " " + video.error).isIn(End.COMPLETED, End.FAILED);
            assertThat(jobs(video)).as("jobs of " + video.name).isBetween(1, 2);
        }
    }

    /** What holds for each end in any weather. */
    private void check(Video video) throws IOException {
        if (video.end == End.COMPLETED) {
            Path clip = part(video.state.key(), ArtifactKind.VIDEO, 0);
            // The place tells more than two kilobytes of numbers.
            assertThat(Arrays.mismatch(Files.readAllBytes(clip), painter.latest(video.request.prompt())))
                    .as("first wrong byte of " + video.name)
                    .isEqualTo(-1);
        } else if (video.end != End.TIMEOUT) {
            VideogenException error = video.error.orElseThrow();
            assertThat(error.getMessage()).as(video.name).hasSizeGreaterThan(40);
            video.state.jobId().ifPresent(id -> assertThat(error.jobId()).hasValue(id));
        }
        if (video.state.phase() == Phase.FAILED && !video.fails) {
            assertThat(jobs(video))
                    .as("jobs of " + video.name + ", given up: " + video.error)
                    .isZero();
        }
    }

    /** How many jobs the server made for a video, each of which would have been paid. */
    private int jobs(Video video) {
        return jobsByPrompt.getOrDefault(video.request.prompt(), 0);
    }

    @Override
    public void close() throws IOException {
        transport.close();
        proxy.close();
        server.close();
    }
}
