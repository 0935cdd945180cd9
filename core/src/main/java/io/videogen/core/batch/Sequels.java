package io.videogen.core.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Holds videos back until the one that they continue has ended in this run. */
final class Sequels {

    private final Set<String> open;
    private final Set<String> failed = new HashSet<>();
    private final Map<String, List<Consumer<Boolean>>> waiting = new HashMap<>();

    /** @param open keys of what this run works on */
    Sequels(Set<String> open) {
        this.open = new HashSet<>(open);
    }

    /**
     * @param key of the video before
     * @param start told whether that one has a clip, at once if it is over or none of this run's
     */
    void after(String key, Consumer<Boolean> start) {
        boolean there;
        synchronized (this) {
            if (open.contains(key)) {
                waiting.computeIfAbsent(key, ignored -> new ArrayList<>()).add(start);
                return;
            }
            there = !failed.contains(key);
        }
        start.accept(there);
    }

    /** @param hasClip whether there is one, delivered or not */
    void ended(String key, boolean hasClip) {
        List<Consumer<Boolean>> next;
        synchronized (this) {
            open.remove(key);
            if (!hasClip) {
                failed.add(key);
            }
            next = waiting.getOrDefault(key, List.of());
            waiting.remove(key);
        }
        next.forEach(start -> start.accept(hasClip));
    }
}
