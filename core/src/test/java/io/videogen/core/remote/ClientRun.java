package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.engine.Advance;
import io.videogen.core.engine.RenderMachine;
import io.videogen.core.engine.RenderState;
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
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The whole client (machine, HTTP, download) against a preview server, in virtual time. */
final class ClientRun implements AutoCloseable {

    static final Token TOKEN = new Token("sk-very-secret-token", "the environment variable VIDEOGEN_TOKEN");

    /** As a front end's jobTimeout. */
    private static final Duration DEADLINE = Duration.ofMinutes(30);

    final TestClock clock = new TestClock();
    final PreviewServer server;
    final HttpRemoteJobs jobs;
    final List<RenderEvent> events = new ArrayList<>();
    private final ApiName api;
    private final Endpoint endpoint;
    private final HttpTransport transport = new HttpTransport(HttpSettings.defaults());
    private final RenderMachine machine;

    ClientRun(ApiName api, Path folder) throws IOException {
        this(api, folder, "", Optional.empty());
    }

    /** @param suffix follows the server's origin in the endpoint, such as {@code /prefix/v1/} */
    ClientRun(ApiName api, Path folder, String suffix, Optional<String> artifactPointer) throws IOException {
        this.api = api;
        server = PreviewServer.builder()
                .api(Api.valueOf(api.name()))
                .clock(clock)
                .start();
        server.script().requireToken(TOKEN.reveal());
        endpoint = Endpoint.parse(server.baseUrl() + suffix, false);
        jobs = new HttpRemoteJobs(
                VideoApis.of(api), endpoint, Optional.of(TOKEN), transport, Encoding.AUTO, artifactPointer, clock);
        Downloader downloader =
                new Downloader(transport, endpoint, Optional.of(TOKEN), DownloadSettings.defaults(), clock);
        machine = new RenderMachine(
                jobs,
                (key, kind, index, location) -> downloader.fetch(
                        location, kind, folder.resolve(kind + "-" + index + ".part"), Duration.ofDays(1)),
                view -> Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                id -> false,
                clock,
                new Random(1));
    }

    /** How a run ended: the last state, and why it was stopped if it was. */
    record End(RenderState state, Optional<VideogenException> stop) {}

    End render(VideoRequest request) throws InterruptedException {
        RenderState state =
                RenderState.planned("k".repeat(64), "clip", request.model(), api.word(), endpoint.toString());
        Instant deadline = clock.instant().plus(DEADLINE);
        while (!state.phase().isTerminal() && clock.instant().isBefore(deadline)) {
            Advance advance = machine.advance(request, state);
            // As on disk: what a host persists must be enough to go on.
            state = RenderState.fromJson(advance.state().toJson());
            events.addAll(advance.events());
            if (advance.stop().isPresent()) {
                return new End(state, advance.stop());
            }
            clock.pass(advance.pause());
        }
        return new End(state, Optional.empty());
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }
}
