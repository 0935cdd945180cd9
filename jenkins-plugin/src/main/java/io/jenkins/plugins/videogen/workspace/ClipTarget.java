package io.jenkins.plugins.videogen.workspace;

import hudson.remoting.VirtualChannel;
import io.videogen.core.download.Downloader;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jenkins.MasterToSlaveFileCallable;

/** Where one clip goes, and where it grows until it is whole. Each use checks anew that both are in the workspace. */
record ClipTarget(ClipPaths paths, int index) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The part's path in the workspace, as text. */
    String part() {
        return paths.part(index);
    }

    /**
     * Finds the part, and refuses a place outside of the workspace. An old file stays at the clip's place until the new one
     * is whole: a build that fails takes nothing away.
     */
    Path preparePart(File workspace) throws IOException {
        // First the place that the user named, so that an error names it too.
        for (String place : paths.places(index)) {
            WorkspacePath.resolve(workspace, place);
        }
        Path part = WorkspacePath.resolve(workspace, part());
        Path folder = part.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return part;
    }

    /** Deletes the part, and what the downloader keeps beside it. */
    void discardPart(File workspace) throws IOException {
        Downloader.discard(WorkspacePath.resolve(workspace, part()));
    }

    /** Moves the whole part to its place; with the default name no old clip of another kind stays beside it. */
    void place(File workspace, String extension) throws IOException {
        Path clip = WorkspacePath.resolve(workspace, paths.path(index, extension));
        Files.move(
                WorkspacePath.resolve(workspace, part()),
                clip,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        for (String place : paths.places(index)) {
            Path other = WorkspacePath.resolve(workspace, place);
            if (!other.equals(clip)) {
                Files.deleteIfExists(other);
            }
        }
    }

    /** Makes the workspace ready for a clip; refuses a place outside of it. */
    static final class Prepare extends MasterToSlaveFileCallable<Void> {
        private static final long serialVersionUID = 1L;

        private final ClipTarget target;

        Prepare(ClipTarget target) {
            this.target = target;
        }

        @Override
        public Void invoke(File workspace, VirtualChannel channel) throws IOException {
            target.preparePart(workspace);
            return null;
        }
    }

    /** Takes the unfinished part of a clip out of the workspace. */
    static final class Discard extends MasterToSlaveFileCallable<Void> {
        private static final long serialVersionUID = 1L;

        private final ClipTarget target;

        Discard(ClipTarget target) {
            this.target = target;
        }

        @Override
        public Void invoke(File workspace, VirtualChannel channel) throws IOException {
            target.discardPart(workspace);
            return null;
        }
    }
}
