package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.config.ResolvedEndpoint;
import io.jenkins.plugins.videogen.workspace.WorkspaceSink;
import io.videogen.core.api.ApiName;
import io.videogen.core.engine.Engine;
import io.videogen.core.request.VideoRequest;
import java.time.Clock;
import java.util.Optional;

/** What a build has at an endpoint: jobs and their files, under a token that is looked up for each use. */
interface Account {
    /** Refuses a field that the API has no place for, before anything is sent. */
    void check(VideoRequest request);

    /** Tells tokens apart, and leads back to none; empty if the build has no token for the endpoint. */
    Optional<String> digest() throws InterruptedException;

    /** Drives jobs at the endpoint; what all renders there share is in it. */
    Engine engine(Clock clock);

    /** Fetches files to this machine. */
    WorkspaceSink.ControllerDownload download(Clock clock);

    /** Finds what a build has at an endpoint. */
    @FunctionalInterface
    interface Source {
        Account at(ResolvedEndpoint endpoint, ApiName api, Parameters step, BuildAccess build);
    }
}
