package io.videogen.maven.shared;

import io.videogen.core.VideogenException;
import io.videogen.core.shared.AccessKeys;
import io.videogen.core.shared.Holder;
import io.videogen.core.shared.SharedStorage;
import io.videogen.core.shared.SharedStorageProvider;
import io.videogen.core.shared.SharedStore;
import io.videogen.core.shared.SharedTimes;
import io.videogen.maven.session.OwnModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** Makes shared stores for runs; one client serves all runs of a plugin's class loader that name the same store. */
public final class SharedStores {

    /** What opens each kind of location, by its scheme. */
    private static final Map<String, String> MODULES = Map.of("s3", "videogen-store-s3");

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;

    /** @param project may be {@code null} */
    public SharedStores(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    /**
     * A store that opens itself when it is first asked.
     *
     * @param keys looked for only then
     */
    public SharedStore of(String location, Supplier<Optional<AccessKeys>> keys, Path cacheDirectory, Clock clock) {
        Holder me = new BuildIdentity(session, project).holder(clock.instant());
        return new SharedStore(
                location, () -> open(location, keys.get()), cacheDirectory, me, SharedTimes.DEFAULT, clock);
    }

    private SharedStorage open(String location, Optional<AccessKeys> keys) {
        String module = Optional.ofNullable(MODULES.get(scheme(location))).orElseThrow(() -> unknown(location));
        ClassLoader loader = StorageLoader.of(new OwnModule(repositories, session, project)
                .resolve(
                        module,
                        "the client of the shared store",
                        "store_libraries",
                        ", or build without videogen.store"));
        // The client finds parts of itself through the thread's class loader.
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return ServiceLoader.load(SharedStorageProvider.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(provider -> provider.accepts(location))
                    .findFirst()
                    .orElseThrow(() -> unknown(location))
                    .open(location, keys);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String scheme(String location) {
        return location.strip().replaceFirst("(?s):.*", "").toLowerCase(Locale.ROOT);
    }

    /** What has an at sign may hold keys. */
    private static VideogenException unknown(String location) {
        String shown = location.contains("@")
                ? location.replaceFirst("(?s)^([A-Za-z0-9+.-]{1,20}://)?.*", "$1...")
                : location.replaceAll("(?s)[?].*", "");
        return VideogenException.invalid(
                "malformed_store", "The shared store \"" + shown + "\" is of no known kind. Write s3://bucket/prefix.");
    }
}
