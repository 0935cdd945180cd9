package io.jenkins.plugins.videogen.workspace;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import jenkins.MasterToSlaveFileCallable;

/** Takes the unfinished part of a clip out of the workspace. */
final class DiscardPart extends MasterToSlaveFileCallable<Void> {
    private static final long serialVersionUID = 1L;

    private final ClipTarget target;

    DiscardPart(ClipTarget target) {
        this.target = target;
    }

    @Override
    public Void invoke(File workspace, VirtualChannel channel) throws IOException {
        target.discardPart(workspace);
        return null;
    }
}
