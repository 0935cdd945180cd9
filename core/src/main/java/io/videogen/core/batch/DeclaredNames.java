package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names taken in one build, so that two executions can not give one name to two different requests and overwrite each
 * other's clip. A manifest on disk can not tell that, because a request may change from one build to the next.
 * Thread-safe.
 */
public final class DeclaredNames {

    private final Map<List<String>, List<String>> claims;

    public DeclaredNames() {
        this(new ConcurrentHashMap<>());
    }

    /**
     * @param claims one concurrent map for all executions of a build, of JDK types, because Maven may load the plugin's
     *     classes once for each module
     */
    public DeclaredNames(Map<List<String>, List<String>> claims) {
        this.claims = claims;
    }

    /**
     * Takes a name for a request.
     *
     * @param key content key of the request
     */
    void claim(Path outputDirectory, String name, String key) {
        List<String> mine = List.of(name, key);
        List<String> first = claims.putIfAbsent(place(outputDirectory, name), mine);
        if (first != null && !first.equals(mine)) {
            throw VideogenException.invalid("name_of_two_requests")
                    .says(
                            "The name \"%s\" stands for two different requests in this build (first as \"%s\"), and"
                                    + " both would be written to \"%s\". Give one of them another name, or another"
                                    + " outputDirectory.",
                            name, first.get(0), outputDirectory);
        }
    }

    /** Whether this build declared the name for this folder. */
    boolean contains(Path outputDirectory, String name) {
        return claims.containsKey(place(outputDirectory, name));
    }

    private static List<String> place(Path outputDirectory, String name) {
        return List.of(outputDirectory.toString(), name.toLowerCase(Locale.ROOT));
    }
}
