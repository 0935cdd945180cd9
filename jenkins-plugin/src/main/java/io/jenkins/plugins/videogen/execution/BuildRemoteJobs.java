package io.jenkins.plugins.videogen.execution;

import hudson.EnvVars;
import hudson.model.Run;
import io.jenkins.plugins.videogen.config.ResolvedEndpoint;
import io.jenkins.plugins.videogen.config.Tokens;
import io.jenkins.plugins.videogen.http.ControllerHttp;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.Token;
import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.HttpRemoteJobs;
import io.videogen.core.remote.ListOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.remote.UploadOutcome;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Jobs at the endpoint of a build: the token is looked up for each call. */
final class BuildRemoteJobs implements RemoteJobs {
    private final ResolvedEndpoint endpoint;
    private final ApiName api;
    private final Encoding encoding;
    private final String credentialsId;
    private final boolean thumbnails;
    private final BuildAccess build;
    private final Duration longest;
    private final AtomicBoolean tracked;

    /** @param thumbnails whether still pictures are wanted; without a page that shows them they are left where they are */
    BuildRemoteJobs(
            ResolvedEndpoint endpoint,
            ApiName api,
            Encoding encoding,
            String credentialsId,
            boolean thumbnails,
            BuildAccess build) {
        this(endpoint, api, encoding, credentialsId, thumbnails, build, Duration.ofDays(1), new AtomicBoolean());
    }

    private BuildRemoteJobs(
            ResolvedEndpoint endpoint,
            ApiName api,
            Encoding encoding,
            String credentialsId,
            boolean thumbnails,
            BuildAccess build,
            Duration longest,
            AtomicBoolean tracked) {
        this.endpoint = endpoint;
        this.api = api;
        this.encoding = encoding;
        this.credentialsId = credentialsId;
        this.thumbnails = thumbnails;
        this.build = build;
        this.longest = longest;
        this.tracked = tracked;
    }

    @Override
    public RemoteJobs within(Duration most) {
        return new BuildRemoteJobs(endpoint, api, encoding, credentialsId, thumbnails, build, most, tracked);
    }

    @Override
    public UploadOutcome upload(VideoRequest request) throws InterruptedException {
        return now(jobs -> jobs.upload(request));
    }

    @Override
    public CreateOutcome create(VideoRequest request, String submission) throws InterruptedException {
        CreateOutcome outcome = now(jobs -> jobs.create(request, submission));
        return outcome instanceof CreateOutcome.Accepted accepted
                ? new CreateOutcome.Accepted(accepted.jobId(), wanted(accepted.snapshot()), accepted.pollAfter())
                : outcome;
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException {
        PollOutcome outcome = now(jobs -> jobs.poll(request, jobId));
        return outcome instanceof PollOutcome.Seen seen
                ? new PollOutcome.Seen(wanted(seen.snapshot()), seen.pollAfter())
                : outcome;
    }

    private JobSnapshot wanted(JobSnapshot snapshot) {
        return thumbnails ? snapshot : snapshot.withoutThumbnail();
    }

    /** Of other builds' jobs too, some of which may want their still pictures. */
    @Override
    public ListOutcome pollTogether(Map<String, VideoRequest> wanted) throws InterruptedException {
        return now(jobs -> jobs.pollTogether(wanted));
    }

    /** Whose list of jobs it is: of two builds with one account, the one may ask for the other's too. */
    String account() {
        String id = credentialsId == null ? endpoint.credentialsId() : credentialsId;
        return api.word() + " " + endpoint.url() + " " + id;
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) throws InterruptedException {
        return now(jobs -> jobs.lookUp(request, lookup));
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) throws InterruptedException {
        return over(ControllerHttp.Use.CANCEL, jobs -> jobs.cancel(request, jobId));
    }

    /** The token for one download, as the API wants it shown. */
    Optional<Token> downloadToken() throws InterruptedException {
        return token().map(token -> token.wornAs(VideoApis.of(api).tokenScheme()));
    }

    private Optional<Token> token() throws InterruptedException {
        try {
            Run<?, ?> run = build.run();
            EnvVars env = build.env();
            Optional<Token> token = Tokens.find(run, env, credentialsId, endpoint, !tracked.get());
            tracked.set(true);
            return token;
        } catch (IOException e) {
            throw WorkspaceException.of(e);
        }
    }

    ControllerHttp.Use use() {
        return endpoint.allowInsecureHttp() ? ControllerHttp.Use.PLAIN_HTTP : ControllerHttp.Use.NORMAL;
    }

    private <T> T now(Operation<T> operation) throws InterruptedException {
        return over(use(), operation);
    }

    private <T> T over(ControllerHttp.Use use, Operation<T> operation) throws InterruptedException {
        Optional<Token> token = token();
        return ControllerHttp.call(
                use,
                transport -> operation.on(new HttpRemoteJobs(
                                VideoApis.of(api),
                                Endpoint.parse(endpoint.url(), true),
                                token,
                                transport,
                                encoding,
                                Optional.empty())
                        .within(longest)));
    }

    private interface Operation<T> {
        T on(RemoteJobs jobs) throws InterruptedException;
    }
}
