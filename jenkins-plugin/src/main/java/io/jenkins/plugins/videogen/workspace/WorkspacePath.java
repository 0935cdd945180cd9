package io.jenkins.plugins.videogen.workspace;

import hudson.AbortException;
import io.jenkins.plugins.videogen.Messages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Keeps paths that a pipeline gives inside the workspace. */
public final class WorkspacePath {
    private WorkspacePath() {}

    /** What is wrong with the text of a path, before any file system is asked; {@code null} is no path and fine. */
    public static Optional<String> problem(String path) {
        if (path == null) {
            return Optional.empty();
        }
        String slashed = path.replace('\\', '/');
        boolean absolute = slashed.startsWith("/") || slashed.matches("[A-Za-z]:.*");
        boolean climbs = List.of(slashed.split("/", -1)).contains("..");
        boolean noFile = slashed.isBlank() || slashed.endsWith("/");
        boolean control = slashed.chars().anyMatch(Character::isISOControl);
        return absolute || climbs || noFile || control
                ? Optional.of(Messages.WorkspacePath_Outside(path))
                : Optional.empty();
    }

    /**
     * Finds the file that a path means on this machine.
     *
     * @throws AbortException if the path leaves the workspace or a part of it is a symbolic link
     */
    static Path resolve(File workspace, String path) throws AbortException {
        Optional<String> problem = problem(path);
        if (problem.isPresent()) {
            throw new AbortException(problem.get());
        }
        Path current = workspace.toPath();
        for (String segment : path.replace('\\', '/').split("/")) {
            current = current.resolve(segment);
            if (Files.isSymbolicLink(current)) {
                throw new AbortException(Messages.WorkspacePath_Link(path));
            }
        }
        if (Files.isDirectory(current, LinkOption.NOFOLLOW_LINKS)) {
            throw new AbortException(Messages.WorkspacePath_Folder(path));
        }
        return current;
    }
}
