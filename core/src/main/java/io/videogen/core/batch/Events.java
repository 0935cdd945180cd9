package io.videogen.core.batch;

import io.videogen.core.event.RenderEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the listener what happens, and counts what was bought. */
final class Events {

    private final BatchListener listener;
    private final List<NewJob> bought = new ArrayList<>();
    private final Map<String, Money> told = new HashMap<>();

    Events(BatchListener listener) {
        this.listener = listener;
    }

    void event(Order order, RenderEvent event) {
        listener.event(order.name(), event);
    }

    void warning(String message) {
        listener.warning(message);
    }

    void planned(BatchPlan plan) {
        listener.planned(plan);
    }

    void finished(VideoResult result) {
        listener.finished(result);
    }

    synchronized void bought(NewJob job) {
        bought.add(job);
    }

    /** The API said what a job costs that may have been bought here. */
    synchronized void told(String key, Money cost) {
        told.put(key, cost);
    }

    synchronized List<NewJob> bought() {
        return bought.stream()
                .map(job -> job.told(Optional.ofNullable(told.get(job.key()))))
                .toList();
    }
}
