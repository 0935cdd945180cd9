package io.videogen.core.batch;

import io.videogen.core.engine.Journal;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import java.util.Optional;

/**
 * The journal of one order's render, and the leave to submit: the budget, the store of many machines, and the disk of
 * this one must all agree before anything is sent. The shared record comes first, so that a store out of reach leaves
 * nothing behind; of a job that exists the disk learns first, because it is the nearest.
 */
final class OrderJournal implements Journal {

    private final Order order;
    private final BatchContext run;
    private final Optional<SharedOrder> shared;
    private final OrderStore keeping;
    private final Runnable whenHeld;
    private boolean paidFromBudget;

    /** @param whenHeld called when other machines begin to look for signs of life */
    OrderJournal(Order order, BatchContext run, Optional<SharedOrder> shared, OrderStore keeping, Runnable whenHeld) {
        this.order = order;
        this.run = run;
        this.shared = shared;
        this.keeping = keeping;
        this.whenHeld = whenHeld;
    }

    @Override
    public void write(RenderState before, RenderState after, boolean durable) throws InterruptedException {
        if (before.phase() == Phase.PLANNED && run.settings().lock().isPresent()) {
            throw Troubles.locked(order);
        }
        if (before.phase() == Phase.PLANNED && !paidFromBudget) {
            run.guard().take(order);
            paidFromBudget = true;
        }
        if (shared.isPresent() && before.phase() == Phase.PLANNED && after.phase() == Phase.SUBMITTING) {
            arm(shared.get(), before, after, durable);
            return;
        }
        try {
            writeHere(before, after, durable);
        } finally {
            // A disk that is full is no reason to keep a job's id from the others.
            if (shared.isPresent()) {
                shared.get().follow(before, after);
            }
        }
    }

    private void arm(SharedOrder there, RenderState before, RenderState after, boolean durable)
            throws InterruptedException {
        boolean claimed = false;
        try {
            claimed = there.arm(after);
            if (claimed) {
                whenHeld.run();
                writeHere(before, after, durable);
                if (there.isStillOurs()) {
                    return;
                }
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            takeBack(there, after, e);
            throw e;
        }
        LostRecordException lost = new LostRecordException(order);
        if (claimed) {
            takeBack(there, after, lost);
        }
        throw lost;
    }

    /** Nothing was sent, and that is to be known here and there. What goes wrong with it hides no reason for it. */
    private void takeBack(SharedOrder there, RenderState armed, Throwable why) {
        try {
            run.store().ledger().remove(order.key());
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
        try {
            there.withdraw(armed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            why.addSuppressed(e);
        }
    }

    /** Files outside the store end with this run: the next one has to fetch them again. */
    private void writeHere(RenderState before, RenderState after, boolean durable) {
        if (after.phase() != Phase.DONE || !keeping.isOutsideStore()) {
            run.store().ledger().write(before, after, durable);
        }
    }
}
