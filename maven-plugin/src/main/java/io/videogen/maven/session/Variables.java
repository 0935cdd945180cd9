package io.videogen.maven.session;

import io.videogen.maven.input.Texts;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Environment variables as Maven saw them at its start; blank ones count as unset. */
public final class Variables {

    /** Base URL of the API, or the word {@code preview}. */
    public static final String ENDPOINT = "VIDEOGEN_ENDPOINT";
    /** Name of the API. */
    public static final String API = "VIDEOGEN_API";
    /** Folder of the store. */
    public static final String CACHE = "VIDEOGEN_CACHE";
    /** The shared store. */
    public static final String STORE = "VIDEOGEN_STORE";
    /** The token. */
    public static final String TOKEN = "VIDEOGEN_TOKEN";

    private final MavenSession session;

    public Variables(MavenSession session) {
        this.session = session;
    }

    public Optional<String> get(String name) {
        return Texts.set(session.getSystemProperties().getProperty("env." + name));
    }
}
