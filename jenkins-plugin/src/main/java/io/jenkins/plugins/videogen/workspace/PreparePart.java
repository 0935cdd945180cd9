package io.jenkins.plugins.videogen.workspace;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import jenkins.MasterToSlaveFileCallable;

/** Makes the workspace ready for a clip; refuses a place outside of it. */
final class PreparePart extends MasterToSlaveFileCallable<Void> {
    private static final long serialVersionUID = 1L;

    private final ClipTarget target;

    PreparePart(ClipTarget target) {
        this.target = target;
    }

    @Override
    public Void invoke(File workspace, VirtualChannel channel) throws IOException {
        target.preparePart(workspace);
        return null;
    }
}
