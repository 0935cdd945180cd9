package io.videogen.maven.session;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The folders of a build. Defaults are found here and not in parameter expressions: without a POM
 * <code>&#36;{project.build.directory}</code> stays unresolved, and <code>&#36;{localRepository}</code> is refused by
 * Maven's plugin validation.
 */
public final class Folders {

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

    /** Where clips are kept: the given folder, or {@code videogen} beside the local repository. */
    public Path cache(File given) {
        if (given != null) {
            return base().resolve(given.toPath()).normalize();
        }
        return session.getRepositorySession()
                .getLocalRepository()
                .getBasedir()
                .toPath()
                .toAbsolutePath()
                .normalize()
                .resolveSibling("videogen");
    }
}
