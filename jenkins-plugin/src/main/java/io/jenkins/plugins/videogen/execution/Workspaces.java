package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.workspace.ClipPaths;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.store.StoredClip;
import java.io.IOException;
import java.time.Clock;

/** Brings clips into the workspaces of builds. */
interface Workspaces {
    /** Makes a workspace ready for clips, before anything is paid. */
    void prepare(ClipPaths clips, BuildAccess build) throws IOException, InterruptedException;

    /** Takes unfinished clips of an aborted build out of its workspace. */
    void discardParts(ClipPaths clips, BuildAccess build) throws IOException, InterruptedException;

    /** Takes what a job's endpoint delivers. */
    ArtifactSink sink(VideoJob job, BuildAccess build, Clock clock) throws IOException, InterruptedException;

    /** Copies a shared clip. */
    void deliver(VideoJob job, StoredClip clip, BuildAccess build) throws IOException, InterruptedException;
}
