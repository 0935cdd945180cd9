package io.jenkins.plugins.videogen.execution;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The build around a pipeline step. */
record StepBuildAccess(StepContext context) implements BuildAccess {
    private static final Logger LOGGER = Logger.getLogger(StepBuildAccess.class.getName());
    private static final long LONGEST_SAVE_SECONDS = 20;

    /** By build, as long as it is in memory. */
    private static final Map<Run<?, ?>, GroupedWrites> PROGRAMS = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public StepKind kind() {
        return StepKind.PIPELINE;
    }

    @Override
    public Run<?, ?> run() throws IOException, InterruptedException {
        return present(context.get(Run.class), "build");
    }

    @Override
    public TaskListener listener() throws IOException, InterruptedException {
        return present(context.get(TaskListener.class), "log");
    }

    @Override
    public EnvVars env() throws IOException, InterruptedException {
        EnvVars env = context.get(EnvVars.class);
        return env == null ? new EnvVars() : env;
    }

    @Override
    public FilePath workspace() throws InterruptedException {
        try {
            return present(context.get(FilePath.class), "workspace");
        } catch (IOException e) {
            throw WorkspaceException.away(e);
        }
    }

    @Override
    public Launcher launcher() throws IOException, InterruptedException {
        return present(context.get(Launcher.class), "agent");
    }

    /** The build's own record is on disk already and wins, so a program that is slow to be saved, or is gone, is no danger. */
    @Override
    public void save() throws InterruptedException {
        try {
            PROGRAMS.computeIfAbsent(run(), first -> new GroupedWrites()).write(this::saveProgram);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the build's program is gone", e);
        }
    }

    private void saveProgram() throws InterruptedException {
        try {
            context.saveState().get(LONGEST_SAVE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.log(Level.FINE, "the build's program was not saved in time", e);
        }
    }

    private static <T> T present(T value, String what) throws IOException {
        if (value == null) {
            throw new IOException("The build has no " + what + " any more.");
        }
        return value;
    }
}
