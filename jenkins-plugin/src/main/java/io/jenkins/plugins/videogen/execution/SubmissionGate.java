package io.jenkins.plugins.videogen.execution;

/**
 * Keeps an abort and a submission apart: one of the two comes first. A submission that an abort cuts off would have an
 * unknown outcome; one that is let through tells the job that must be cancelled.
 */
final class SubmissionGate {
    private boolean stopped;
    private boolean sending;

    /** Asks to submit, or to look for what was submitted; false once {@link #stop} was called, and nothing may leave then. */
    synchronized boolean enter() {
        sending = !stopped;
        return sending;
    }

    /** What came of it is on disk. */
    synchronized void leave() {
        sending = false;
    }

    /** Lets no further submission through. Whether none is under way, so that the thread may be interrupted. */
    synchronized boolean stop() {
        stopped = true;
        return !sending;
    }
}
