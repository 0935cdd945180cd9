package io.jenkins.plugins.videogen.execution;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which render of a build works on a record just now. In memory on purpose: a restart ends all claims, and each resumed
 * render makes its own again.
 */
final class LiveRenders {
    private static final Map<String, String> OWNERS = new ConcurrentHashMap<>();

    private LiveRenders() {}

    /** Claims a record; whether it is the owner's now. */
    static boolean claim(String runId, String recordKey, String owner) {
        return owner.equals(OWNERS.computeIfAbsent(runId + " " + recordKey, free -> owner));
    }

    static boolean isClaimed(String runId, String recordKey) {
        return OWNERS.containsKey(runId + " " + recordKey);
    }

    /** Gives up all claims of an owner. */
    static void release(String owner) {
        OWNERS.values().removeIf(owner::equals);
    }
}
