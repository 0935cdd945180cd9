package io.jenkins.plugins.videogen.execution;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.videogen.core.engine.SubmissionGate;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One render for which the thread of a freestyle build waits. The work is done on the plugin's own threads, so that an
 * abort, which interrupts the build's thread, cuts off no submission.
 */
public final class BlockingRender {
    private final CompletableFuture<Map<String, Object>> outcome = new CompletableFuture<>();
    private final RenderLoop loop;

    public BlockingRender(
            Parameters step, Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener) {
        this(step, new FreestyleBuildAccess(run, workspace, env, launcher, listener), Surroundings.real());
    }

    BlockingRender(Parameters step, BuildAccess build, Surroundings surroundings) {
        Clock clock = Clock.systemUTC();
        long deadline =
                clock.millis() + Duration.ofMinutes(step.getTimeoutMinutes()).toMillis();
        SubmissionGate gate = new SubmissionGate();
        VideoRender render = new VideoRender(
                step,
                step.isPlan() ? null : step.fileOrDefault(),
                new RenderProgress(deadline),
                build,
                surroundings,
                clock,
                gate);
        loop = new RenderLoop(render, gate, step.isCancelOnAbort(), new RenderLoop.End() {
            @Override
            public boolean isTakenUpAfterRestart() {
                return false;
            }

            @Override
            public void succeeded(Map<String, Object> result) {
                outcome.complete(result);
            }

            @Override
            public void failed(Throwable failure, boolean stopped) {
                outcome.completeExceptionally(failure);
            }
        });
    }

    /**
     * Renders.
     *
     * @throws IOException if it failed; an {@link hudson.AbortException} where a user can mend it
     * @throws InterruptedException if the build was aborted, once it is settled what becomes of the job; a second abort
     *     does not wait for that. A Jenkins that ends or restarts does so to all builds of this kind: their jobs run on, for
     *     the builds after it
     */
    public Map<String, Object> run() throws IOException, InterruptedException {
        loop.start(Duration.ZERO);
        while (true) {
            try {
                return outcome.get();
            } catch (InterruptedException e) {
                loop.stop(e);
            } catch (ExecutionException e) {
                throw Failures.asThrown(e.getCause());
            }
        }
    }

    private record FreestyleBuildAccess(
            Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            implements BuildAccess {
        @Override
        public StepKind kind() {
            return StepKind.BUILD_STEP;
        }

        /** A freestyle build has no program; its record of jobs is saved by itself. */
        @Override
        public void save() {}
    }
}
