package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.shared.SharedSink;
import io.jenkins.plugins.videogen.workspace.DownloadVia;
import io.jenkins.plugins.videogen.workspace.WorkspaceSink;
import io.videogen.core.batch.PreviewMark;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** How the clips of a job come to their build: through the store that builds share, or straight into the workspace. */
final class Arrival implements AutoCloseable {
    private final Parameters step;
    private final VideoJob job;
    private final Entrance entrance;
    private final Workspaces workspaces;
    private final BuildAccess build;
    private final Clock clock;
    private final Supplier<Optional<String>> jobId;
    private SharedSink sharedSink;

    /** @param jobId the remote job, as far as there is one */
    Arrival(
            Parameters step,
            VideoJob job,
            Entrance entrance,
            Workspaces workspaces,
            BuildAccess build,
            Clock clock,
            Supplier<Optional<String>> jobId) {
        this.step = step;
        this.job = job;
        this.entrance = entrance;
        this.workspaces = workspaces;
        this.build = build;
        this.clock = clock;
        this.jobId = jobId;
    }

    /** Where what is fetched goes; nothing for no download. */
    Optional<ArtifactSink> sink() throws IOException, InterruptedException {
        if (job.clips() == null) {
            return Optional.empty();
        }
        if (!isShared()) {
            return Optional.of(workspaces.sink(job, build, clock));
        }
        if (sharedSink == null) {
            sharedSink = new SharedSink(
                    job.videos().orElseThrow(), jobId, job.account().download(clock));
        }
        return Optional.of(sharedSink);
    }

    /** Whether a clip that was fetched is not there any more. */
    boolean isMissing(RenderState done) {
        return isShared() && !job.videos().orElseThrow().isHere(done);
    }

    /**
     * Hands over what was fetched.
     *
     * @param source what the step's map tells of where the clip is from
     * @return nothing while another build fetches the clips of its job
     */
    Optional<Next.Done> of(RenderState done, String source) throws IOException, InterruptedException {
        if (!isShared()) {
            return Optional.of(handOver(done, stillInSpool(done), source));
        }
        ClipFacts facts =
                ClipFacts.of(done.name(), job.request(), done, done.endpoint(), PreviewMark.isOn(done.jobId()));
        Optional<StoredClip> clip = sharedSink.keep(done, facts);
        return clip.isPresent() ? Optional.of(ofStored(clip.get(), done, source)) : Optional.empty();
    }

    /** Hands over a clip of the store. */
    Next.Done ofStored(StoredClip clip, RenderState state, String source) throws IOException, InterruptedException {
        if (job.clips() != null) {
            workspaces.deliver(job, clip, build);
        }
        return handOver(state, clip.thumbnail().map(StoredFile::path), source);
    }

    private Next.Done handOver(RenderState state, Optional<Path> still, String source)
            throws IOException, InterruptedException {
        return new Next.Done(new StepResult(step, job, state, still, build, source).finish());
    }

    private Optional<Path> stillInSpool(RenderState state) throws IOException, InterruptedException {
        return state.thumbnail().isPresent()
                ? Optional.of(WorkspaceSink.thumbnail(Spool.of(build.run()), job.key()))
                : Optional.empty();
    }

    /** Not where an agent alone may fetch them, nor those of a job that is the build's own. */
    private boolean isShared() {
        return job.videos().isPresent()
                && entrance.shared().isPresent()
                && job.clips() != null
                && job.via() != DownloadVia.AGENT;
    }

    /** Lets others fetch. */
    @Override
    public void close() {
        if (sharedSink != null) {
            sharedSink.close();
        }
    }
}
