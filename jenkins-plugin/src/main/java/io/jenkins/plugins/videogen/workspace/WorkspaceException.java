package io.jenkins.plugins.videogen.workspace;

import hudson.remoting.Channel;
import java.io.IOException;

/**
 * Trouble with the workspace in a place that may throw no {@link IOException}; carries Jenkins' own exception, which is
 * what the build reports: {@code retry(conditions: [agent()])} knows it by its type.
 */
public final class WorkspaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean agentAway;

    private WorkspaceException(IOException raw, boolean agentAway) {
        super(raw);
        this.agentAway = agentAway;
    }

    /** The agent is away: its workspace can not even be named. */
    public static WorkspaceException away(IOException raw) {
        return new WorkspaceException(raw, true);
    }

    /** A call to the agent failed: because the connection broke, or for a reason of its own. */
    public static WorkspaceException of(IOException raw) {
        return new WorkspaceException(raw, Channel.isClosedChannelException(raw));
    }

    /** Whether the agent may come back. */
    public boolean isAgentAway() {
        return agentAway;
    }

    /** What Jenkins threw. */
    public IOException raw() {
        return (IOException) getCause();
    }
}
