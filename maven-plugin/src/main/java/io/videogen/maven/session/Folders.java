package io.videogen.maven.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The folders of a build. Defaults are found here and not in parameter expressions: without a POM
 * <code>&#36;{project.build.directory}</code> stays unresolved, and <code>&#36;{localRepository}</code> is refused by
 * Maven's plugin validation.
 */
public final class Folders {

    /** Any of these marks a store; the folders may be there before the mark is. */
    private static final List<String> STORE_CONTENT = List.of("version", "jobs", "locks", "clips");

    private final MavenSession session;
    private final MavenProject project;

    public Folders(MavenSession session, MavenProject project) {
        this.session = session;
        this.project = project;
    }

    /** Whether there is a POM. */
    public boolean hasProject() {
        return project != null && project.getFile() != null;
    }

    /** Folder of the POM, or the current folder without one; relative paths start here. */
    public Path base() {
        return hasProject() ? project.getBasedir().toPath() : Path.of(session.getExecutionRootDirectory());
    }

    /** Where clips go: the given folder, or {@code videogen} in the project's build folder. */
    public Path output(File given) {
        if (given != null) {
            return base().resolve(given.toPath()).normalize();
        }
        Path target = hasProject() ? Path.of(project.getBuild().getDirectory()) : base().resolve("target");
        return target.resolve("videogen");
    }

    /**
     * Where clips are kept: the given folder, or {@code videogen} beside the local repository. Where something else has
     * that name already (a checkout of this project beside a temporary repository), it is {@code videogen-store}.
     */
    public Path cache(File given) {
        if (given != null) {
            return base().resolve(given.toPath()).normalize();
        }
        Path repository = session.getRepositorySession()
                .getLocalRepository()
                .getBasedir()
                .toPath()
                .toAbsolutePath()
                .normalize();
        Path usual = repository.resolveSibling("videogen");
        Path spare = repository.resolveSibling("videogen-store");
        // A spare store that was begun stays in use, so that no job or clip in it is forgotten.
        return isStore(spare) || isForeign(usual) ? spare : usual;
    }

    private static boolean isForeign(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isPresent() && !isStore(folder);
        } catch (IOException e) {
            // Absent, or not readable: the store itself tells the latter better.
            return false;
        }
    }

    private static boolean isStore(Path folder) {
        return STORE_CONTENT.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }
}
