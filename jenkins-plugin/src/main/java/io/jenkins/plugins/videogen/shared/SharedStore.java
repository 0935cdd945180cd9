package io.jenkins.plugins.videogen.shared;

import io.videogen.core.http.Endpoint;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.StoreEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The folder of all that is shared. Clips lie by endpoint: a preview server must not fill in for an API.
 *
 * @param root {@code JENKINS_HOME/videogen}
 * @param mostBytes how much finished clips may take; what was not used for longest goes first
 */
public record SharedStore(Path root, long mostBytes, Clock clock) {
    private static final Logger LOGGER = Logger.getLogger(SharedStore.class.getName());
    private static final String JOBS = "jobs";

    /** The videos of an endpoint's origin. */
    public SharedVideos of(String origin) {
        return new SharedVideos(open(root.resolve(nameOf(origin))));
    }

    /**
     * The jobs of an account at an endpoint.
     *
     * @param endpoint its base URL
     * @param account tells accounts apart and is no secret: a job is another account's affair
     */
    public SharedJobs jobs(String endpoint, String api, String account) {
        String name = nameOf(String.join(" ", Endpoint.parse(endpoint, true).toString(), api, account));
        Path folder = root.resolve(JOBS).resolve(name);
        return new SharedJobs(folder.toString(), open(folder));
    }

    /** A name of a folder for what may not be one itself. */
    private static String nameOf(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Removes clips until the rest is small enough; none that a build is fetching or waits for. */
    public void trim() {
        try {
            List<Use> uses = uses();
            uses.sort(Comparator.comparing(Use::last).reversed());
            long bytes = 0;
            for (Use use : uses) {
                bytes += use.bytes();
                Duration unused = Duration.between(use.last(), clock.instant()).minusMillis(1);
                if (bytes > mostBytes && !unused.isNegative()) {
                    use.store().prune(unused);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "the store of generated videos could not be trimmed", e);
        }
    }

    private List<Use> uses() throws IOException {
        List<Use> uses = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return uses;
        }
        try (Stream<Path> endpoints = Files.list(root)) {
            for (Path endpoint : endpoints.filter(SharedStore::holdsClips).toList()) {
                ClipStore store = open(endpoint);
                for (StoreEntry entry : store.entries()) {
                    uses.add(new Use(store, entry.bytes(), entry.lastUsed()));
                }
            }
        }
        return uses;
    }

    private static boolean holdsClips(Path folder) {
        return Files.isDirectory(folder.resolve("clips"));
    }

    private ClipStore open(Path folder) {
        return ClipStore.open(folder, clock, warning -> LOGGER.log(Level.WARNING, warning));
    }

    private record Use(ClipStore store, long bytes, Instant last) {}
}
