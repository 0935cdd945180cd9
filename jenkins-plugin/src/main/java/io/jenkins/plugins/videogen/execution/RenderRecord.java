package io.jenkins.plugins.videogen.execution;

import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import java.io.IOException;

/** Where one render is written down: in the build's record of jobs, on disk, and in what the build's program keeps. */
final class RenderRecord {
    private final BuildAccess build;
    private final RenderProgress progress;
    private final RenderLog log;
    private boolean behind;

    RenderRecord(BuildAccess build, RenderProgress progress, RenderLog log) {
        this.build = build;
        this.progress = progress;
        this.log = log;
    }

    /** Writes down one submission more, before it leaves; refuses what the build has no leave to buy. */
    void reserve(VideoJob job, RenderState planned) throws IOException, InterruptedException {
        BuildJobs.of(build.run())
                .reserve(job.recordKey(), entry(job, planned), job.endpoint().maxNewJobs());
        progress.state = planned.toJson();
    }

    /**
     * Writes a state down in the build's record. One that only tells of another poll is not: a restart loses nothing by
     * it.
     *
     * @param last the state before, or {@code null}
     * @return whether the build's program is to be saved too
     */
    boolean keep(VideoJob job, RenderState last, RenderState next) throws IOException, InterruptedException {
        boolean polled = !behind && last != null && isPolled(last, next);
        if (!polled) {
            write(job, next);
        }
        progress.state = next.toJson();
        return !polled;
    }

    private static boolean isPolled(RenderState last, RenderState next) {
        return last.phase() == next.phase()
                && last.submission().equals(next.submission())
                && last.jobId().equals(next.jobId())
                && last.videos().equals(next.videos());
    }

    /** What can not be recorded is not sent. A job that exists is followed all the same: it may be paid. */
    private void write(VideoJob job, RenderState next) throws IOException, InterruptedException {
        boolean refused = next.phase() == Phase.FAILED && next.jobId().isEmpty();
        try {
            BuildJobs.of(build.run()).put(job.recordKey(), entry(job, next), refused);
            behind = false;
        } catch (IOException e) {
            if (next.jobId().isEmpty()) {
                throw e;
            }
            if (!behind) {
                log.notRecorded(next.jobId().get(), e);
            }
            behind = true;
        }
    }

    private JobRecord entry(VideoJob job, RenderState state) {
        return new JobRecord(job.endpoint().url(), state.jobId().orElse(null), progress.owner, state.toJson(), 0);
    }
}
