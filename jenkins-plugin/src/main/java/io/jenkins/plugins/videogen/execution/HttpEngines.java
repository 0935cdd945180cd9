package io.jenkins.plugins.videogen.execution;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.config.Endpoints;
import io.jenkins.plugins.videogen.config.ResolvedEndpoint;
import io.jenkins.plugins.videogen.config.VideogenGlobalConfiguration;
import io.jenkins.plugins.videogen.http.ControllerHttp;
import io.jenkins.plugins.videogen.shared.SharedJobs;
import io.jenkins.plugins.videogen.shared.SharedSink;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.shared.SharedVideos;
import io.jenkins.plugins.videogen.spending.Purse;
import io.jenkins.plugins.videogen.workspace.ClipPaths;
import io.jenkins.plugins.videogen.workspace.WorkspaceSink;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.engine.Engine;
import io.videogen.core.engine.PollSchedule;
import io.videogen.core.engine.Turns;
import io.videogen.core.file.Sha256;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.Token;
import io.videogen.core.poll.LearningSchedule;
import io.videogen.core.poll.MemoryLengthHistory;
import io.videogen.core.remote.ListPolling;
import io.videogen.core.remote.ListedJobs;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.RequestKey;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import jenkins.security.HMACConfidentialKey;

/** {@code core} over HTTP, from the controller and from agents. */
final class HttpEngines implements Engines {
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(2);

    /** Learns from all builds of this Jenkins how long jobs take. */
    private static final PollSchedule SCHEDULE = new LearningSchedule(new MemoryLengthHistory(), SHORTEST_POLL);

    /** By endpoint: a job of one build makes room for that of another. */
    private static final Map<String, Turns> TURNS = new ConcurrentHashMap<>();

    /** Whose digests only this Jenkins can make, so that a stolen folder of jobs tells no token, not even a guessed one. */
    private static final HMACConfidentialKey ACCOUNTS = new HMACConfidentialKey(HttpEngines.class, "accounts");

    private static final String NO_ACCOUNT = "none";

    /** By account: one request asks for the jobs of all builds, where the API has an honest list. */
    private static final Map<String, ListPolling> POLLING = new ConcurrentHashMap<>();

    private final Function<Run<?, ?>, Endpoints> endpoints;
    private final Supplier<Optional<SharedStore>> store;
    private final Supplier<Purse> purse;
    private final UnaryOperator<String> accounts;

    HttpEngines() {
        this(
                run -> VideogenGlobalConfiguration.get().toEndpoints(run.getParent()),
                () -> VideogenGlobalConfiguration.get().toStore(),
                () -> VideogenGlobalConfiguration.get().toPurse(),
                ACCOUNTS::mac);
    }

    /**
     * @param endpoints gives the configured endpoints of a build as they are now
     * @param store gives the store of clips as it is configured now; empty where builds share nothing
     * @param purse gives what builds buy from
     * @param accounts tells tokens apart, and none of what it gives leads back to one
     */
    HttpEngines(
            Function<Run<?, ?>, Endpoints> endpoints,
            Supplier<Optional<SharedStore>> store,
            Supplier<Purse> purse,
            UnaryOperator<String> accounts) {
        this.endpoints = endpoints;
        this.store = store;
        this.purse = purse;
        this.accounts = accounts;
    }

    @Override
    public Endpoints endpoints(Run<?, ?> run) {
        return endpoints.apply(run);
    }

    @Override
    public String key(VideoRequest request) {
        return RequestKey.of(request, false, Sha256::of);
    }

    @Override
    public void check(ApiName api, VideoRequest request, GenerateVideoStep step) {
        VideoApis.of(api).check(request, encoding(step));
    }

    @Override
    public Purse purse() {
        return purse.get();
    }

    @Override
    public RemoteJobs remote(ResolvedEndpoint endpoint, ApiName api, GenerateVideoStep step, BuildAccess build) {
        return new BuildRemoteJobs(endpoint, api, encoding(step), step.getCredentialsId(), step.isArchive(), build);
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
        Turns turns = TURNS.computeIfAbsent(job.endpoint().url(), url -> new Turns());
        String account = ((BuildRemoteJobs) job.remote()).account();
        ListPolling polling = POLLING.computeIfAbsent(account, name -> new ListPolling(SHORTEST_POLL, clock));
        return new Engine(
                new ListedJobs(job.remote(), polling),
                SCHEDULE,
                SHORTEST_POLL,
                clock,
                RandomGenerator.getDefault(),
                turns);
    }

    @Override
    public ArtifactSink sink(VideoJob job, BuildAccess build, Clock clock) throws IOException, InterruptedException {
        return new WorkspaceSink(
                job.clips(),
                job.endpoint().url(),
                job.endpoint().allowInsecureHttp(),
                job.via(),
                Spool.of(build.run()),
                build::workspace,
                controller(job, clock));
    }

    @Override
    public Optional<SharedVideos> videos(ResolvedEndpoint endpoint, RemoteJobs remote) throws InterruptedException {
        Optional<SharedStore> open = store.get();
        return open.isPresent() && token(remote).isPresent()
                ? Optional.of(open.get().of(VideoJob.origin(endpoint.url())))
                : Optional.empty();
    }

    @Override
    public Optional<SharedJobs> jobs(ResolvedEndpoint endpoint, RemoteJobs remote) throws InterruptedException {
        Optional<SharedStore> open = store.get();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String account = token(remote).map(token -> token.digest(accounts)).orElse(NO_ACCOUNT);
        return Optional.of(open.get().jobs(endpoint.url(), endpoint.api(), account));
    }

    private static Optional<Token> token(RemoteJobs remote) throws InterruptedException {
        return ((BuildRemoteJobs) remote).downloadToken();
    }

    @Override
    public SharedSink sharedSink(VideoJob job, SharedVideos videos, Supplier<Optional<String>> jobId, Clock clock) {
        return new SharedSink(videos, jobId, controller(job, clock));
    }

    @Override
    public void deliver(VideoJob job, StoredClip clip, BuildAccess build) throws IOException, InterruptedException {
        FilePath workspace = build.workspace();
        for (int i = 0; i < clip.videos().size(); i++) {
            StoredFile video = clip.videos().get(i);
            WorkspaceSink.deliver(video.path(), video.file(), job.clips(), i, workspace);
        }
        store.get().ifPresent(open -> VideogenThreads.settle(open::trim));
    }

    private static WorkspaceSink.ControllerDownload controller(VideoJob job, Clock clock) {
        BuildRemoteJobs remote = (BuildRemoteJobs) job.remote();
        Endpoint endpoint = Endpoint.parse(job.endpoint().url(), true);
        return new Download(remote, endpoint, clock);
    }

    /** Fetches with the build's token, and keeps it out of what others tell. */
    private record Download(BuildRemoteJobs remote, Endpoint endpoint, Clock clock)
            implements WorkspaceSink.ControllerDownload {

        @Override
        public DownloadOutcome fetch(ArtifactKind kind, ArtifactLocation location, Path part, Duration most)
                throws InterruptedException {
            Optional<Token> token = remote.downloadToken();
            return ControllerHttp.call(remote.use(), transport -> new Downloader(
                            transport, endpoint, token, DownloadSettings.defaults(), clock)
                    .fetch(location, kind, part, most));
        }

        @Override
        public ServerText words() throws InterruptedException {
            return Token.hiding(remote.downloadToken());
        }
    }

    private static Encoding encoding(GenerateVideoStep step) {
        return step.getEncoding() == null ? Encoding.AUTO : Encoding.parse(step.getEncoding());
    }
}
