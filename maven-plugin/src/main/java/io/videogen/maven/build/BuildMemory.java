package io.videogen.maven.build;

import io.videogen.core.batch.BuildBudget;
import io.videogen.core.batch.DeclaredNames;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/**
 * What all executions of one build share, kept with its session: a static would outlive the build in IDEs and daemons.
 * Keys are texts and values are of the JDK, because modules may load the plugin's classes twice, and these then differ.
 */
public final class BuildMemory {

    private BuildMemory() {}

    /** The names taken in this build. */
    public static DeclaredNames names(RepositorySystemSession session) {
        return new DeclaredNames(map(session, "names"));
    }

    /** What this build has bought. */
    public static BuildBudget budget(RepositorySystemSession session) {
        return new BuildBudget(map(session, "budget"));
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Map<K, V> map(RepositorySystemSession session, String name) {
        SessionData data = session.getData();
        String key = "io.videogen." + name;
        // Only get and set: Maven 3.6's resolver has no computeIfAbsent.
        Map<K, V> fresh = new ConcurrentHashMap<>();
        return data.set(key, null, fresh) ? fresh : (Map<K, V>) data.get(key);
    }
}
