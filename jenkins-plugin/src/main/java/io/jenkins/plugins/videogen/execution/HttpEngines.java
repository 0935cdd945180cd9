package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.config.Endpoints;
import io.jenkins.plugins.videogen.config.ResolvedEndpoint;
import io.jenkins.plugins.videogen.config.VideogenGlobalConfiguration;
import io.jenkins.plugins.videogen.workspace.ClipPaths;
import io.jenkins.plugins.videogen.workspace.Digests;
import io.jenkins.plugins.videogen.workspace.WorkspaceSink;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.download.ArtifactKind;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.engine.Engine;
import io.videogen.core.engine.PollSchedule;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.Token;
import io.videogen.core.poll.LearningSchedule;
import io.videogen.core.poll.MemoryLengthHistory;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.RequestKey;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** {@code core} over HTTP, from the controller and from agents. */
final class HttpEngines implements Engines {
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(2);

    /** Learns from all builds of this Jenkins how long jobs take. */
    private static final PollSchedule SCHEDULE = new LearningSchedule(new MemoryLengthHistory(), SHORTEST_POLL);

    private final Supplier<Endpoints> endpoints;

    HttpEngines() {
        this(() -> VideogenGlobalConfiguration.get().toEndpoints());
    }

    /** @param endpoints gives the configured endpoints as they are now */
    HttpEngines(Supplier<Endpoints> endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Endpoints endpoints() {
        return endpoints.get();
    }

    @Override
    public String key(VideoRequest request) {
        return RequestKey.of(request, false, Digests::sha256);
    }

    @Override
    public void check(ApiName api, VideoRequest request, GenerateVideoStep step) {
        VideoApis.of(api).check(request, encoding(step));
    }

    @Override
    public RemoteJobs remote(ResolvedEndpoint endpoint, ApiName api, GenerateVideoStep step, BuildAccess build) {
        return new BuildRemoteJobs(endpoint, api, encoding(step), step.getCredentialsId(), build);
    }

    @Override
    public void prepareWorkspace(ClipPaths clips, BuildAccess build) throws IOException, InterruptedException {
        WorkspaceSink.prepare(build.workspace(), clips);
    }

    @Override
    public void discardParts(ClipPaths clips, BuildAccess build) throws IOException, InterruptedException {
        WorkspaceSink.discard(build.workspace(), clips);
    }

    @Override
    public Engine engine(VideoJob job, Clock clock) {
        return new Engine(job.remote(), SCHEDULE, SHORTEST_POLL, clock, RandomGenerator.getDefault());
    }

    @Override
    public ArtifactSink sink(VideoJob job, BuildAccess build, Clock clock) throws IOException, InterruptedException {
        BuildRemoteJobs remote = (BuildRemoteJobs) job.remote();
        Endpoint endpoint = Endpoint.parse(job.endpoint().url(), true);
        return new WorkspaceSink(
                job.clips(),
                job.endpoint().url(),
                job.endpoint().allowInsecureHttp(),
                job.via(),
                Spool.of(build.run()),
                build::workspace,
                (location, part, most) -> {
                    Optional<Token> token = remote.downloadToken();
                    return ControllerHttp.call(remote.use(), transport -> new Downloader(
                                    transport, endpoint, token, DownloadSettings.defaults(), clock)
                            .fetch(location, ArtifactKind.VIDEO, part, most));
                });
    }

    private static Encoding encoding(GenerateVideoStep step) {
        return step.getEncoding() == null ? Encoding.AUTO : Encoding.parse(step.getEncoding());
    }
}
