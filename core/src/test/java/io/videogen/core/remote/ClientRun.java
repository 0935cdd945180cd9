package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApi;
import io.videogen.core.api.VideoApis;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.engine.Deadline;
import io.videogen.core.engine.Engine;
import io.videogen.core.engine.JobOwners;
import io.videogen.core.engine.Render;
import io.videogen.core.engine.RenderHost;
import io.videogen.core.engine.RenderState;
import io.videogen.core.engine.RenderStep;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.Token;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.testing.TestClock;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The whole client (render, HTTP, download) against a preview server, in virtual time. */
final class ClientRun implements AutoCloseable {

    static final String SECRET = "sk-very-secret-token";

    /** As a front end's jobTimeout. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private static final JobOwners NO_CLAIMS = new JobOwners() {
        @Override
        public boolean isTaken(String jobId) {
            return false;
        }

        @Override
        public Claim take(String jobId) {
            return Claim.OURS;
        }
    };

    final TestClock clock = new TestClock();
    final PreviewServer server;
    final HttpRemoteJobs jobs;
    final List<RenderEvent> events = new ArrayList<>();
    /** What was recorded, in order. */
    final List<RenderState> written = new ArrayList<>();

    private final ApiName api;
    private final Endpoint endpoint;
    private final HttpTransport transport = new HttpTransport(HttpSettings.defaults());
    private final ArtifactSink sink;

    ClientRun(ApiName api, Path folder) throws IOException {
        this(api, folder, "", Optional.empty());
    }

    /** @param suffix follows the server's origin in the endpoint, such as {@code /prefix/v1/} */
    ClientRun(ApiName api, Path folder, String suffix, Optional<String> artifactPointer) throws IOException {
        this(api, origin -> VideoApis.of(api), folder, suffix, artifactPointer, SECRET);
    }

    /** @param adapters makes the adapter, by the server's origin */
    ClientRun(
            ApiName api,
            Function<String, VideoApi> adapters,
            Path folder,
            String suffix,
            Optional<String> artifactPointer,
            String secret)
            throws IOException {
        this.api = api;
        server = PreviewServer.builder()
                .api(Api.valueOf(api.name()))
                .clock(clock)
                .start();
        server.script().requireToken(secret);
        Token token = new Token(secret, "the environment variable VIDEOGEN_TOKEN");
        endpoint = Endpoint.parse(server.baseUrl() + suffix, false);
        VideoApi adapter = adapters.apply(server.baseUrl());
        jobs = new HttpRemoteJobs(
                adapter, endpoint, Optional.of(token), transport, Encoding.AUTO, artifactPointer, clock);
        Token worn = token.wornAs(adapter.tokenScheme());
        Downloader downloader =
                new Downloader(transport, endpoint, Optional.of(worn), DownloadSettings.defaults(), clock);
        sink = (key, kind, index, location, most) -> downloader.fetch(
                location, kind, folder.resolve(key.charAt(0) + "-" + kind + "-" + index + ".part"), most);
    }

    /** How a run ended: the last state, and why it was stopped if it was. */
    record End(RenderState state, Optional<VideogenException> stop) {}

    End render(VideoRequest request) throws InterruptedException {
        return renderAll(List.of(request)).get(0);
    }

    /** What a host plans before the first step. */
    RenderState planned(VideoRequest request) {
        return RenderState.planned("a".repeat(64), "clip", request.model(), api.word(), endpoint.toString());
    }

    /** A later run that takes up what an earlier one left. */
    End resume(VideoRequest request, RenderState left) throws InterruptedException {
        return run(List.of(request), List.of(left.reopened())).get(0);
    }

    /** Videos of one build at once; each goes on as soon as its pause is over. */
    List<End> renderAll(List<VideoRequest> requests) throws InterruptedException {
        List<RenderState> planned = new ArrayList<>();
        for (VideoRequest request : requests) {
            String key = String.valueOf((char) ('a' + planned.size())).repeat(64);
            planned.add(RenderState.planned(key, "clip", request.model(), api.word(), endpoint.toString()));
        }
        return run(requests, planned);
    }

    private List<End> run(List<VideoRequest> requests, List<RenderState> states) throws InterruptedException {
        Engine engine = new Engine(jobs, view -> Duration.ofSeconds(30), Duration.ofSeconds(2), clock, new Random(1));
        List<Render> renders = new ArrayList<>();
        List<Instant> due = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            renders.add(new Render(
                    engine,
                    new RenderHost(
                            (before, after, durable) -> written.add(after), NO_CLAIMS, Optional.of(sink), events::add),
                    new SubmissionGate(),
                    new Deadline(clock, clock.instant().plus(LIMIT), LIMIT),
                    requests.get(i),
                    states.get(i)));
            due.add(clock.instant());
            ends.add(null);
        }
        while (ends.contains(null)) {
            int next = IntStream.range(0, due.size())
                    .filter(i -> ends.get(i) == null)
                    .boxed()
                    .min(Comparator.comparing(due::get))
                    .orElseThrow();
            clock.pass(Duration.between(clock.instant(), due.get(next)));
            Render render = renders.get(next);
            RenderStep step = render.step();
            if (step instanceof RenderStep.Again again) {
                due.set(next, clock.instant().plus(again.pause()));
            } else {
                Optional<VideogenException> stop = step instanceof RenderStep.Failed failed
                                && render.state().failure().isEmpty()
                        ? Optional.of(failed.error())
                        : Optional.empty();
                ends.set(next, new End(render.state(), stop));
            }
        }
        return ends;
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }
}
