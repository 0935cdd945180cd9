package io.videogen.core.engine;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The jobs of this process at one endpoint, as far as they take a place there. An API that takes two jobs at once refuses
 * the third like one that is asked too often: so who was refused is tried again as soon as one of these has ended.
 *
 * <p>Thread-safe.
 */
public final class EndpointJobs {

    /** Weak, for a host may drop a render whose job runs on. */
    private final Set<Render> running = Collections.newSetFromMap(new WeakHashMap<>());

    private long ended;

    /** Takes note of where a render stands. */
    synchronized void stands(Render render, Phase phase) {
        if (phase == Phase.WAITING) {
            running.add(render);
        } else if (running.remove(render)) {
            ended++;
        }
    }

    /** How many have ended so far. */
    synchronized long ended() {
        return ended;
    }

    /** Whether there is one that could end. */
    synchronized boolean isAnyRunning() {
        return !running.isEmpty();
    }
}
