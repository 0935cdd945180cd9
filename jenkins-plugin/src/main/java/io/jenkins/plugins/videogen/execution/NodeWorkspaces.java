package io.jenkins.plugins.videogen.execution;

import hudson.FilePath;
import io.jenkins.plugins.videogen.config.Settings;
import io.jenkins.plugins.videogen.workspace.ClipPaths;
import io.jenkins.plugins.videogen.workspace.WorkspaceSink;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.io.IOException;
import java.time.Clock;

/**
 * Workspaces on the nodes of this Jenkins.
 *
 * @param settings has the store that clips are taken from: each that is taken may leave another one too many there
 */
record NodeWorkspaces(Settings settings) implements Workspaces {
    @Override
    public void prepare(ClipPaths clips, BuildAccess build) throws IOException, InterruptedException {
        WorkspaceSink.prepare(build.workspace(), clips);
    }

    @Override
    public void discardParts(ClipPaths clips, BuildAccess build) throws IOException, InterruptedException {
        WorkspaceSink.discard(build.workspace(), clips);
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
                job.account().download(clock));
    }

    @Override
    public void deliver(VideoJob job, StoredClip clip, BuildAccess build) throws IOException, InterruptedException {
        FilePath workspace = build.workspace();
        for (int i = 0; i < clip.videos().size(); i++) {
            StoredFile video = clip.videos().get(i);
            WorkspaceSink.deliver(video.path(), video.file(), job.clips(), i, workspace);
        }
        settings.store().ifPresent(store -> VideogenThreads.settle(store::trim));
    }
}
