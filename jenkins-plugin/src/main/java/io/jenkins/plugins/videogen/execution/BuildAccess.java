package io.jenkins.plugins.videogen.execution;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;

/**
 * What a render needs of the build around it. Nothing of it may be kept from one step of the render to the next: agents
 * come and go, and workspaces with them.
 */
public interface BuildAccess {
    StepKind kind();

    Run<?, ?> run() throws IOException, InterruptedException;

    TaskListener listener() throws IOException, InterruptedException;

    /** The build's environment, with what {@code withCredentials} adds. */
    EnvVars env() throws IOException, InterruptedException;

    /**
     * The workspace.
     *
     * @throws io.jenkins.plugins.videogen.workspace.WorkspaceException if the agent is away
     */
    FilePath workspace() throws IOException, InterruptedException;

    Launcher launcher() throws IOException, InterruptedException;

    /** Returns when the build's program, with the state of the render, is on disk; best effort. */
    void save() throws IOException, InterruptedException;
}
