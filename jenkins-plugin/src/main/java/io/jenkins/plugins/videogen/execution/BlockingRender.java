package io.jenkins.plugins.videogen.execution;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Drives one render in the thread of a freestyle build. */
public final class BlockingRender {
    private final GenerateVideoStep step;
    private final VideoRender render;

    public BlockingRender(
            GenerateVideoStep step,
            Run<?, ?> run,
            FilePath workspace,
            EnvVars env,
            Launcher launcher,
            TaskListener listener) {
        this.step = step;
        long deadline = Clock.systemUTC().millis()
                + Duration.ofMinutes(step.getTimeoutMinutes()).toMillis();
        this.render = new VideoRender(
                step,
                step.fileOrDefault(),
                new RenderProgress(deadline),
                new FreestyleBuildAccess(run, workspace, env, launcher, listener),
                new HttpEngines(),
                Clock.systemUTC());
    }

    /**
     * Renders.
     *
     * @throws IOException if it failed; an {@link hudson.AbortException} where a user can mend it
     */
    public Map<String, Object> run() throws IOException, InterruptedException {
        try {
            Next next = render.step();
            while (next instanceof Next.Again again) {
                Thread.sleep(again.pause().toMillis());
                next = render.step();
            }
            return ((Next.Done) next).result();
        } catch (InterruptedException e) {
            if (step.isCancelOnAbort()) {
                render.cancelJob();
            }
            throw e;
        } catch (RuntimeException e) {
            throw Failures.orThrow(e);
        } finally {
            render.close();
        }
    }

    private record FreestyleBuildAccess(
            Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            implements BuildAccess {
        /** A freestyle build has no program; its record of jobs is saved by itself. */
        @Override
        public void save() {}
    }
}
