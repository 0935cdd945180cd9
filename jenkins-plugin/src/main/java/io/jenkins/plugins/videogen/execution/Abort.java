package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.shared.SharedJob;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.Render;
import io.videogen.core.remote.CancelOutcome;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Settles what becomes of the job of a build that was aborted, and tells it in the build's log. */
final class Abort {
    private static final Logger LOGGER = Logger.getLogger(Abort.class.getName());

    private final Render render;
    private final VideoJob job;
    private final Entrance entrance;
    private final Workspaces workspaces;
    private final BuildAccess build;
    private final RenderLog log;

    /** @param render the work that was under way */
    Abort(Render render, VideoJob job, Entrance entrance, Workspaces workspaces, BuildAccess build, RenderLog log) {
        this.render = render;
        this.job = job;
        this.entrance = entrance;
        this.workspaces = workspaces;
        this.build = build;
        this.log = log;
    }

    /**
     * Leaves the job, or cancels it.
     *
     * @param cancel whether to ask the API to cancel a job that is still waited for, and by no other build; a completed one
     *     is paid, and is kept
     * @param asked whether the API was asked for the job since Jenkins started
     */
    void settle(boolean cancel, boolean asked) throws IOException, InterruptedException {
        if (cancel && isWaiting() && !asked) {
            ask();
        }
        if (cancel && isWaiting() && !entrance.isWaitedFor()) {
            cancel();
        } else {
            log.abandoned(render.state(), entrance.isWaitedFor());
        }
        if (job.clips() != null && render.state().phase() == Phase.DOWNLOADING) {
            discardParts();
        }
    }

    private boolean isWaiting() {
        return render.state().phase() == Phase.WAITING;
    }

    /** A job that was completed while Jenkins was down must not be taken for one to cancel: some APIs would delete it. */
    private void ask() throws InterruptedException {
        try {
            render.step();
        } catch (RuntimeException e) {
            LOGGER.log(Level.FINE, "the job of an aborted build could not be asked for", e);
        }
    }

    private void cancel() throws IOException, InterruptedException {
        String id = render.state().jobId().orElseThrow();
        CancelOutcome outcome = render.cancel();
        if (outcome == CancelOutcome.CANCELLED) {
            // Who comes now buys anew.
            entrance.shared().ifPresent(SharedJob::forget);
        }
        log.cancelled(id, outcome);
    }

    private void discardParts() throws InterruptedException {
        try {
            workspaces.discardParts(job.clips(), build);
        } catch (IOException | WorkspaceException e) {
            LOGGER.log(Level.FINE, "an unfinished clip stays behind in a workspace that is away", e);
        }
    }
}
