package io.jenkins.plugins.videogen.workspace;

import io.videogen.core.download.Downloader;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Where one clip goes, and where it grows until it is whole. Each use checks anew that both are in the workspace. */
final class ClipTarget implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ClipPaths paths;
    private final int index;

    ClipTarget(ClipPaths paths, int index) {
        this.paths = paths;
        this.index = index;
    }

    /** The part's path in the workspace, as text. */
    String part() {
        return paths.part(index);
    }

    /** Finds the part, and takes old files from the clip's place: what is there is never of another render. */
    Path preparePart(File workspace) throws IOException {
        // First the place that the user named, so that an error names it too.
        List<Path> old = new ArrayList<>();
        for (String place : paths.places(index)) {
            old.add(WorkspacePath.resolve(workspace, place));
        }
        Path part = WorkspacePath.resolve(workspace, part());
        Path folder = part.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        for (Path clip : old) {
            Files.deleteIfExists(clip);
        }
        return part;
    }

    /** Deletes the part, and what the downloader keeps beside it. */
    void discardPart(File workspace) throws IOException {
        Downloader.discard(WorkspacePath.resolve(workspace, part()));
    }

    /** Moves the whole part to its place. */
    void place(File workspace, String extension) throws IOException {
        Path clip = WorkspacePath.resolve(workspace, paths.path(index, extension));
        Files.move(
                WorkspacePath.resolve(workspace, part()),
                clip,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
