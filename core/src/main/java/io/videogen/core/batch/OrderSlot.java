package io.videogen.core.batch;

/** One order's share in the jobs that may be in flight at once. */
final class OrderSlot {

    private final Slots slots;
    private boolean held;

    OrderSlot(Slots slots) {
        this.slots = slots;
    }

    /** Starts the work once the order has a slot; on the caller's own thread if it has one. */
    void whenHeld(Runnable work) {
        if (held) {
            work.run();
            return;
        }
        slots.whenFree(() -> {
            held = true;
            work.run();
        });
    }

    /** Counts a job that is in flight already. */
    void takeAtOnce() {
        if (!held) {
            slots.takeAtOnce();
            held = true;
        }
    }

    void release() {
        if (held) {
            held = false;
            slots.release();
        }
    }
}
