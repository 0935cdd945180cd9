package io.jenkins.plugins.videogen.execution;

import io.videogen.core.engine.Journal;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where one render is written down: in the build's record of jobs, on disk, and then in the build's program. */
final class RenderRecord implements Journal {
    private final BuildAccess build;
    private final RenderProgress progress;
    private final VideoJob job;

    RenderRecord(BuildAccess build, RenderProgress progress, VideoJob job) {
        this.build = build;
        this.progress = progress;
        this.job = job;
    }

    /** Counts a submission before it leaves, and refuses what the build has no leave to buy. */
    @Override
    public void write(RenderState before, RenderState after, boolean durable) throws InterruptedException {
        JobRecord entry =
                new JobRecord(job.endpoint().url(), after.jobId().orElse(null), progress.owner, after.toJson(), 0);
        try {
            BuildJobs jobs = BuildJobs.of(build.run());
            if (before.phase() == Phase.PLANNED) {
                jobs.reserve(job.recordKey(), entry, job.endpoint().maxNewJobs());
            } else {
                jobs.put(job.recordKey(), entry, isUnspent(after));
            }
            progress.state = after.toJson();
            build.save();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the submission was refused, or has provably not arrived. */
    private static boolean isUnspent(RenderState state) {
        return state.phase() == Phase.PLANNED
                || (state.phase() == Phase.FAILED && state.jobId().isEmpty());
    }
}
