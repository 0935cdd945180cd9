package io.videogen.core.batch;

import io.videogen.core.event.RenderEvent;

/** Tells the listener what happens. */
final class Events {

    private final BatchListener listener;

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
}
