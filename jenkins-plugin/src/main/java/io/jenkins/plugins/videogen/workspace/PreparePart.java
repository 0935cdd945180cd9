package io.jenkins.plugins.videogen.workspace;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import jenkins.MasterToSlaveFileCallable;

/** Makes the agent ready for a clip that the controller hands over; refuses a place outside the workspace. */
final class PreparePart extends MasterToSlaveFileCallable<Void> {
    private static final long serialVersionUID = 1L;

    private final ClipTarget target;

    PreparePart(ClipTarget target) {
        this.target = target;
    }

    @Override
    public Void invoke(File workspace, VirtualChannel channel) throws IOException {
        Files.deleteIfExists(target.preparePart(workspace));
        return null;
    }
}
