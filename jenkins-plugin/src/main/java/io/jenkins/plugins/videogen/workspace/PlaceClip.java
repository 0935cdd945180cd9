package io.jenkins.plugins.videogen.workspace;

import hudson.remoting.VirtualChannel;
import io.videogen.core.file.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;

/** Checks that a clip came over from the controller as it was there, and moves it to its place. */
final class PlaceClip extends MasterToSlaveFileCallable<Void> {
    private static final long serialVersionUID = 1L;

    private final ClipTarget target;
    private final String extension;
    private final String sha256;

    PlaceClip(ClipTarget target, String extension, String sha256) {
        this.target = target;
        this.extension = extension;
        this.sha256 = sha256;
    }

    @Override
    public Void invoke(File workspace, VirtualChannel channel) throws IOException {
        Path part = WorkspacePath.resolve(workspace, target.part());
        String arrived = Sha256.of(part);
        if (!arrived.equals(sha256)) {
            Files.delete(part);
            throw new IOException(
                    "The clip changed on its way to the agent: SHA-256 \"" + arrived + "\", not \"" + sha256 + "\".");
        }
        target.place(workspace, extension);
        return null;
    }
}
