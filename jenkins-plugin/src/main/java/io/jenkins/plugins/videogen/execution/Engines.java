package io.jenkins.plugins.videogen.execution;

import hudson.model.Run;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.config.Endpoints;
import io.jenkins.plugins.videogen.config.ResolvedEndpoint;
import io.jenkins.plugins.videogen.shared.SharedJobs;
import io.jenkins.plugins.videogen.shared.SharedSink;
import io.jenkins.plugins.videogen.shared.SharedVideos;
import io.jenkins.plugins.videogen.spending.Purse;
import io.jenkins.plugins.videogen.workspace.ClipPaths;
import io.videogen.core.api.ApiName;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.engine.Engine;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.store.StoredClip;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts {@code core} together for a build. */
interface Engines {
    /** The endpoints of this Jenkins, and of the folders around a build. */
    Endpoints endpoints(Run<?, ?> run);

    /** The content key of a request. */
    String key(VideoRequest request) throws IOException;

    /** Refuses a field that the API has no place for, before anything is sent. */
    void check(ApiName api, VideoRequest request, GenerateVideoStep step);

    /**
     * What builds buy from, as it is configured now.
     *
     * @throws io.videogen.core.VideogenException if its settings can not be read; then nothing may be bought
     */
    Purse purse();

    /** Jobs at an endpoint; the token is looked up for each call. */
    RemoteJobs remote(ResolvedEndpoint endpoint, ApiName api, GenerateVideoStep step, BuildAccess build);

    /** Makes the workspace ready for the clips, before anything is paid. */
    void prepareWorkspace(ClipPaths clips, BuildAccess build) throws IOException, InterruptedException;

    /** Takes unfinished clips of an aborted build out of its workspace. */
    void discardParts(ClipPaths clips, BuildAccess build) throws IOException, InterruptedException;

    /** What the renders at the job's endpoint share. */
    Engine engine(VideoJob job, Clock clock);

    /** Brings the clips of a job into the build's workspace. */
    ArtifactSink sink(VideoJob job, BuildAccess build, Clock clock) throws IOException, InterruptedException;

    /** The clips that builds share; empty where sharing is off, or the build has no token for the endpoint. */
    Optional<SharedVideos> videos(ResolvedEndpoint endpoint, RemoteJobs remote) throws InterruptedException;

    /** The jobs that builds share which have the same token for the endpoint, or none; empty where sharing is off. */
    Optional<SharedJobs> jobs(ResolvedEndpoint endpoint, RemoteJobs remote) throws InterruptedException;

    /**
     * Brings the clips of a job among those that builds share.
     *
     * @param jobId the job whose clips they are
     */
    SharedSink sharedSink(VideoJob job, SharedVideos videos, Supplier<Optional<String>> jobId, Clock clock);

    /** Copies a shared clip into the build's workspace. */
    void deliver(VideoJob job, StoredClip clip, BuildAccess build) throws IOException, InterruptedException;
}
