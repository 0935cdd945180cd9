package io.videogen.core.engine;

/**
 * Keeps an abort and submissions apart: one of the two comes first. A submission that an abort cuts off would have an
 * unknown outcome; one that is let through tells the job that can be cancelled. One gate serves one render or many.
 */
public final class SubmissionGate {
    private boolean stopped;
    private int passing;

    /** Lets no further submission through. Whether none is under way, so that threads may be interrupted. */
    public synchronized boolean stop() {
        stopped = true;
        return passing == 0;
    }

    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Asks to submit, or to look for what was submitted; false once {@link #stop} was called, and nothing may leave then. */
    synchronized boolean enter() {
        if (!stopped) {
            passing++;
        }
        return !stopped;
    }

    /** What came of it is recorded. */
    synchronized void leave() {
        passing--;
    }
}
