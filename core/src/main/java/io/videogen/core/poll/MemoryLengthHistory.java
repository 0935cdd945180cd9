package io.videogen.core.poll;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A history that lives as long as its process. */
public final class MemoryLengthHistory implements LengthHistory {

    private final Map<String, Deque<JobLength>> lengths = new ConcurrentHashMap<>();

    @Override
    public List<JobLength> of(String model) {
        Deque<JobLength> known = lengths.get(model);
        if (known == null) {
            return List.of();
        }
        synchronized (known) {
            return new ArrayList<>(known);
        }
    }

    @Override
    public void add(String model, JobLength length) {
        Deque<JobLength> known = lengths.computeIfAbsent(model, ignored -> new ArrayDeque<>());
        synchronized (known) {
            known.add(length);
            if (known.size() > MOST) {
                known.remove();
            }
        }
    }
}
