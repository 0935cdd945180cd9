package io.videogen.maven.session;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Gets a module of this project that few builds need, with its libraries, in the plugin's own version. */
public final class OwnModule {

    static final String GROUP = "io.videogen";

    private static final String POM = "/META-INF/maven/io.videogen/videogen-maven-plugin/pom.properties";
    /** Those that the plugin has are its own. */
    private static final List<Exclusion> OURS = List.of(new Exclusion(GROUP, "*", "*", "*"));

    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    /** @param project may be {@code null} */
    public OwnModule(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session.getRepositorySession();
        this.remotes = project == null ? List.of() : project.getRemotePluginRepositories();
    }

    /**
     * Resolves it.
     *
     * @param what it is, for people
     * @param code of the error, without its end
     * @param otherwise what else helps, for people
     * @throws VideogenException if it can not be had
     */
    public List<Path> resolve(String artifactId, String what, String code, String otherwise) {
        Dependency module =
                new Dependency(new DefaultArtifact(GROUP, artifactId, "jar", version()), "runtime", false, OURS);
        try {
            return repositories
                    .resolveDependencies(session, new DependencyRequest(new CollectRequest(module, remotes), null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw session.isOffline()
                    ? new VideogenException(
                            ErrorKind.OFFLINE,
                            code + "_offline",
                            "Maven is offline, and " + what + " is not in the local repository. Run the build once"
                                    + " without -o" + otherwise + ".",
                            e)
                    : new VideogenException(
                            ErrorKind.UNREACHABLE,
                            code + "_missing",
                            "Videogen needs " + what + ", and Maven can not resolve it: " + e.getMessage()
                                    + ". Check the plugin repositories of the POM and the mirrors of settings.xml"
                                    + otherwise + ".",
                            e);
        }
    }

    static String version() {
        try (InputStream in = OwnModule.class.getResourceAsStream(POM)) {
            Properties pom = new Properties();
            pom.load(in);
            return pom.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
