package io.videogen.core.engine;

/** Where a host writes a render down, so that it goes on after a crash. */
@FunctionalInterface
public interface Journal {

    /**
     * Replaces what is recorded of the render. Called for those states alone whose loss would cost something.
     *
     * <p>From {@link Phase#PLANNED} to {@link Phase#SUBMITTING} it is asked for leave: when it returns, a submission is
     * sent; what it throws comes out of {@link Render#step()} as it is, nothing was sent, and the render stands where
     * it stood. So this is where a host refuses: because the disk is full, a budget is spent, or another has got ahead.
     * Back from {@link Phase#SUBMITTING} to {@link Phase#PLANNED} the submission has provably not arrived. In all other
     * cases a job may exist, and it is followed whatever is thrown.
     *
     * @param before the state before
     * @param after the state to record
     * @param durable whether it must survive a loss of power, and not just a crash of the process
     */
    void write(RenderState before, RenderState after, boolean durable) throws InterruptedException;
}
