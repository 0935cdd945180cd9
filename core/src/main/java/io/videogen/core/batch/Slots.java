package io.videogen.core.batch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** The jobs that may be in flight at once, given out in the order they were asked for. */
final class Slots {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Consumer<Runnable> starter;
    private int free;

    /**
     * @param starter starts what got a slot, on another thread
     */
    Slots(int most, Consumer<Runnable> starter) {
        this.free = most;
        this.starter = starter;
    }

    /** Starts the work as soon as a slot is free; the slot is then taken. */
    void whenFree(Runnable work) {
        synchronized (this) {
            if (free <= 0) {
                waiting.add(work);
                return;
            }
            free--;
        }
        starter.accept(work);
    }

    /** Counts a job that is in flight already; new ones wait until it is done. */
    synchronized void takeAtOnce() {
        free--;
    }

    void release() {
        Runnable next;
        synchronized (this) {
            free++;
            if (free <= 0 || waiting.isEmpty()) {
                return;
            }
            free--;
            next = waiting.remove();
        }
        starter.accept(next);
    }
}
