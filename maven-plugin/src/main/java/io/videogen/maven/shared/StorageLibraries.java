package io.videogen.maven.shared;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Gets the module that knows a kind of storage, with what it needs, in the plugin's own version. */
final class StorageLibraries {

    private static final String GROUP = "io.videogen";
    private static final String POM = "/META-INF/maven/io.videogen/videogen-maven-plugin/pom.properties";

    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    StorageLibraries(RepositorySystem repositories, RepositorySystemSession session, List<RemoteRepository> remotes) {
        this.repositories = repositories;
        this.session = session;
        this.remotes = remotes;
    }

    /** @throws VideogenException if they can not be had */
    List<Path> resolve() {
        // Core is the plugin's own.
        List<Exclusion> core = List.of(new Exclusion(GROUP, "videogen-core", "*", "*"));
        Dependency module = new Dependency(
                new DefaultArtifact(GROUP, "videogen-store-s3", "jar", version()), "runtime", false, core);
        try {
            return repositories
                    .resolveDependencies(session, new DependencyRequest(new CollectRequest(module, remotes), null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw missing(e);
        }
    }

    private VideogenException missing(DependencyResolutionException cause) {
        return session.isOffline()
                ? new VideogenException(
                        ErrorKind.OFFLINE,
                        "store_libraries_offline",
                        "Maven is offline, and the client of the shared store is not in the local repository. Run the"
                                + " build once without -o, or without videogen.store.",
                        cause)
                : new VideogenException(
                        ErrorKind.UNREACHABLE,
                        "store_libraries_missing",
                        "The client of the shared store can not be resolved: " + cause.getMessage(),
                        cause);
    }

    private static String version() {
        try (InputStream in = StorageLibraries.class.getResourceAsStream(POM)) {
            Properties pom = new Properties();
            pom.load(in);
            return pom.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
