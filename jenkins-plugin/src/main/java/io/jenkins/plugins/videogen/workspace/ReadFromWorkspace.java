package io.jenkins.plugins.videogen.workspace;

import hudson.AbortException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.videogen.Messages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;

/** Reads a reference image of the workspace, on the machine that has it. */
public final class ReadFromWorkspace extends MasterToSlaveFileCallable<byte[]> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 32 << 20;

    private final String path;

    public ReadFromWorkspace(String path) {
        this.path = path;
    }

    @Override
    public byte[] invoke(File workspace, VirtualChannel channel) throws IOException {
        Path file = WorkspacePath.resolve(workspace, path);
        if (!Files.isRegularFile(file)) {
            throw new AbortException(Messages.ReadFromWorkspace_Missing(path));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new AbortException(Messages.ReadFromWorkspace_TooLarge(path, MOST_BYTES));
        }
        return Files.readAllBytes(file);
    }
}
