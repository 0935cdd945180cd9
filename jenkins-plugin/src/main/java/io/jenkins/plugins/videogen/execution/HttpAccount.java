package io.jenkins.plugins.videogen.execution;

import hudson.EnvVars;
import hudson.model.Run;
import io.jenkins.plugins.videogen.config.ResolvedEndpoint;
import io.jenkins.plugins.videogen.config.Tokens;
import io.jenkins.plugins.videogen.http.ControllerHttp;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.jenkins.plugins.videogen.workspace.WorkspaceSink;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.engine.EndpointJobs;
import io.videogen.core.engine.Engine;
import io.videogen.core.engine.PollSchedule;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.Token;
import io.videogen.core.poll.LearningSchedule;
import io.videogen.core.poll.MemoryLengthHistory;
import io.videogen.core.remote.HttpRemoteJobs;
import io.videogen.core.remote.ListPolling;
import io.videogen.core.remote.ListedJobs;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import jenkins.security.HMACConfidentialKey;

/** Over HTTP from the controller, with the token that Jenkins' credentials or the build's environment hold. */
final class HttpAccount implements Account {
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(2);

    /** Learns from all builds of this Jenkins how long jobs take. */
    private static final PollSchedule SCHEDULE = new LearningSchedule(new MemoryLengthHistory(), SHORTEST_POLL);

    /** By endpoint: a job of one build makes room for that of another. */
    private static final Map<String, EndpointJobs> ENDPOINT_JOBS = new ConcurrentHashMap<>();

    /** By account: one request asks for the jobs of all builds, where the API has an honest list. */
    private static final Map<String, ListPolling> POLLING = new ConcurrentHashMap<>();

    /**
     * Whose digests only this Jenkins can make, so that a stolen folder of jobs tells no token, not even a guessed one. Its
     * name, once a class's, is that of a file in JENKINS_HOME: another one would part builds from the jobs on disk.
     */
    private static final HMACConfidentialKey DIGESTS =
            new HMACConfidentialKey("io.jenkins.plugins.videogen.execution.HttpEngines.accounts");

    private final ResolvedEndpoint endpoint;
    private final ApiName api;
    private final Parameters step;
    private final BuildAccess build;
    private final Encoding encoding;
    private volatile boolean tracked;

    HttpAccount(ResolvedEndpoint endpoint, ApiName api, Parameters step, BuildAccess build) {
        this.endpoint = endpoint;
        this.api = api;
        this.step = step;
        this.build = build;
        this.encoding = step.getEncoding() == null ? Encoding.AUTO : Encoding.parse(step.getEncoding());
    }

    @Override
    public void check(VideoRequest request) {
        VideoApis.of(api).check(request, encoding);
    }

    @Override
    public Optional<String> digest() throws InterruptedException {
        return downloadToken().map(token -> token.digest(DIGESTS.createMac()));
    }

    @Override
    public Engine engine(Clock clock) {
        ListPolling polling = POLLING.computeIfAbsent(owner(), name -> new ListPolling(SHORTEST_POLL, clock));
        return new Engine(
                new ListedJobs(new BuildRemoteJobs(this, step.isArchive()), polling),
                SCHEDULE,
                SHORTEST_POLL,
                clock,
                RandomGenerator.getDefault(),
                ENDPOINT_JOBS.computeIfAbsent(endpoint.url(), url -> new EndpointJobs()));
    }

    /** Whose list of jobs it is: of two builds with one account, the one may ask for the other's too. */
    private String owner() {
        String own = step.getCredentialsId();
        return api.word() + " " + endpoint.url() + " " + (own == null ? endpoint.credentialsId() : own);
    }

    @Override
    public WorkspaceSink.ControllerDownload download(Clock clock) {
        return new Download(clock);
    }

    private ControllerHttp.Use use() {
        return endpoint.allowInsecureHttp() ? ControllerHttp.Use.PLAIN_HTTP : ControllerHttp.Use.NORMAL;
    }

    /** Makes a call about jobs. */
    <T> T call(Duration longest, Call<T> call) throws InterruptedException {
        return call(use(), longest, call);
    }

    /** Makes a call that an aborted build waits for. */
    <T> T callToCancel(Duration longest, Call<T> call) throws InterruptedException {
        return call(ControllerHttp.Use.CANCEL, longest, call);
    }

    private <T> T call(ControllerHttp.Use use, Duration longest, Call<T> call) throws InterruptedException {
        Optional<Token> token = token();
        return ControllerHttp.call(
                use,
                transport -> call.of(
                        new HttpRemoteJobs(VideoApis.of(api), address(), token, transport, encoding, Optional.empty())
                                .within(longest)));
    }

    private Endpoint address() {
        return Endpoint.parse(endpoint.url(), true);
    }

    /** The token for one download, as the API wants it shown. */
    private Optional<Token> downloadToken() throws InterruptedException {
        return token().map(token -> token.wornAs(VideoApis.of(api).tokenScheme()));
    }

    private Optional<Token> token() throws InterruptedException {
        try {
            Run<?, ?> run = build.run();
            EnvVars env = build.env();
            Optional<Token> token = Tokens.find(run, env, step.getCredentialsId(), endpoint, !tracked);
            tracked = true;
            return token;
        } catch (IOException e) {
            throw WorkspaceException.of(e);
        }
    }

    /** What is asked of the jobs at the endpoint. */
    @FunctionalInterface
    interface Call<T> {
        T of(RemoteJobs jobs) throws InterruptedException;
    }

    /** Fetches with the build's token, and keeps it out of what others tell. */
    private final class Download implements WorkspaceSink.ControllerDownload {
        private final Clock clock;

        Download(Clock clock) {
            this.clock = clock;
        }

        @Override
        public DownloadOutcome fetch(ArtifactKind kind, ArtifactLocation location, Path part, Duration most)
                throws InterruptedException {
            Optional<Token> token = downloadToken();
            return ControllerHttp.call(
                    use(), transport -> new Downloader(transport, address(), token, DownloadSettings.defaults(), clock)
                            .fetch(location, kind, part, most));
        }

        @Override
        public ServerText words() throws InterruptedException {
            return Token.hiding(downloadToken());
        }
    }
}
