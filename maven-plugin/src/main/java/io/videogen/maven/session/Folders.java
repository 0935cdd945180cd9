package io.videogen.maven.session;

import io.videogen.maven.input.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
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

    /** Heading of the report: what the project calls itself. */
    public String title() {
        return hasProject() ? project.getName() + " " + project.getVersion() : "Videos";
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

    /** Where manifest and gallery go: the given folder, or {@code videogen} in the project's build folder. */
    public Path report(File given) {
        return output(given);
    }

    /** A file of the project. */
    public Path file(File given) {
        return base().resolve(given.toPath()).normalize();
    }

    /**
     * Where clips are kept: the given folder, the environment variable's, or {@code ~/.m2/videogen}, wherever the local
     * repository is: one in a workspace would take the store with it when that is deleted.
     */
    public Path cache(File given) {
        Path chosen = chosenCache(given);
        return chosen == null ? usualCache() : chosen;
    }

    /** The store at the place that was usual before, if there is one and the usual place of today is used. */
    public Optional<Path> formerCache(File given) {
        if (chosenCache(given) != null) {
            return Optional.empty();
        }
        Path usual = usualCache();
        // A spare store that was begun stayed in use.
        for (String name : List.of("videogen-store", "videogen")) {
            Path former = localRepository().resolveSibling(name);
            if (isStore(former) && !former.equals(usual)) {
                return Optional.of(former);
            }
        }
        return Optional.empty();
    }

    /** {@code null} where nobody has chosen one. */
    private Path chosenCache(File given) {
        String chosen =
                given == null ? new Variables(session).get(Variables.CACHE).orElse("") : given.getPath();
        return chosen.isEmpty() ? null : base().resolve(chosen).normalize();
    }

    private Path usualCache() {
        Properties system = session.getSystemProperties();
        // In a container whose user has no name the JDK knows no home, also where HOME is set.
        for (String property : List.of("user.home", "env.HOME")) {
            String home = Texts.set(system.getProperty(property)).orElse("?");
            Path folder = home.equals("?") ? null : Path.of(home).resolve(".m2");
            if (folder != null
                    && folder.isAbsolute()
                    && Files.isWritable(Files.exists(folder) ? folder : folder.getParent())) {
                return folder.resolve("videogen");
            }
        }
        return besideRepository();
    }

    /** Where something else has that name already (a checkout of this project), it is {@code videogen-store}. */
    private Path besideRepository() {
        Path usual = localRepository().resolveSibling("videogen");
        Path spare = localRepository().resolveSibling("videogen-store");
        // A spare store that was begun stays in use, so that no job or clip in it is forgotten.
        return isStore(spare) || isForeign(usual) ? spare : usual;
    }

    private Path localRepository() {
        return session.getRepositorySession()
                .getLocalRepository()
                .getBasedir()
                .toPath()
                .toAbsolutePath()
                .normalize();
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
        for (String name : STORE_CONTENT) {
            if (Files.exists(folder.resolve(name))) {
                return true;
            }
        }
        return false;
    }
}
