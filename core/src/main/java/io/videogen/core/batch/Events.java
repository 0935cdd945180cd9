package io.videogen.core.batch;

import io.videogen.core.event.RenderEvent;
import java.util.ArrayList;
import java.util.List;

/** Tells the listener what happens, and counts what was bought. */
final class Events {

    private final BatchListener listener;
    private final List<NewJob> bought = new ArrayList<>();

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

    synchronized List<NewJob> bought() {
        return List.copyOf(bought);
    }
}
