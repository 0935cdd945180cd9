package io.jenkins.plugins.videogen.execution;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The folder of a build where clips grow that pass through this machine. It outlives a restart, so that a transfer goes
 * on where it was, and ends with the build: what an aborted one leaves there, nobody would ever use.
 */
@Extension
public final class Spool extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(Spool.class.getName());

    static Path of(Run<?, ?> run) {
        return run.getRootDir().toPath().resolve("videogen");
    }

    @Override
    public void onFinalized(Run<?, ?> run) {
        File folder = of(run).toFile();
        if (!folder.exists()) {
            return;
        }
        try {
            Util.deleteRecursive(folder);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "unfinished clips stay behind in " + folder, e);
        }
    }
}
