package io.videogen.core.batch;

import io.videogen.core.event.RenderEvent;
import java.math.BigDecimal;

/** Tells the listener what happens, and counts what was bought. */
final class Events {

    private final BatchListener listener;
    private int newJobs;
    private BigDecimal newSeconds = BigDecimal.ZERO;

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

    synchronized void bought(Order order) {
        newJobs++;
        newSeconds = newSeconds.add(order.cost());
    }

    synchronized int newJobs() {
        return newJobs;
    }

    synchronized BigDecimal newSeconds() {
        return newSeconds.stripTrailingZeros();
    }
}
