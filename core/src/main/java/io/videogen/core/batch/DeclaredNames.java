package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names taken in one build, so that two executions can not give one name to two different requests and overwrite each
 * other's clip. A manifest on disk can not tell that, because a request may change from one build to the next.
 * Thread-safe.
 */
public final class DeclaredNames {

    private record Place(Path outputDirectory, String lowerCaseName) {}

    private record Claim(String name, String key) {}

    private final Map<Place, Claim> claims = new ConcurrentHashMap<>();

    /**
     * Takes a name for a request.
     *
     * @param key content key of the request
     */
    void claim(Path outputDirectory, String name, String key) {
        Claim mine = new Claim(name, key);
        Claim first = claims.putIfAbsent(new Place(outputDirectory, name.toLowerCase(Locale.ROOT)), mine);
        if (first != null && !first.equals(mine)) {
            throw VideogenException.invalid(
                    "name_of_two_requests",
                    "The name \"" + name + "\" stands for two different requests in this build (first as \""
                            + first.name() + "\"), and both would be written to \"" + outputDirectory
                            + "\". Give one of them another name, or another outputDirectory.");
        }
    }

    /** Whether this build declared the name for this folder. */
    boolean contains(Path outputDirectory, String name) {
        return claims.containsKey(new Place(outputDirectory, name.toLowerCase(Locale.ROOT)));
    }
}
