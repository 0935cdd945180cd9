package io.videogen.maven.session;

import io.videogen.core.batch.DeclaredNames;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/** The names taken in this build, kept with the session: a static would outlive the build in IDEs and daemons. */
public final class BuildNames {

    private BuildNames() {}

    /** The one object of the build. */
    public static DeclaredNames of(RepositorySystemSession session) {
        SessionData data = session.getData();
        // The class is the key: two modules may load the plugin twice, and their classes then differ. Only get and set:
        // Maven 3.6's resolver has no computeIfAbsent.
        DeclaredNames fresh = new DeclaredNames();
        return data.set(DeclaredNames.class, null, fresh) ? fresh : (DeclaredNames) data.get(DeclaredNames.class);
    }
}
