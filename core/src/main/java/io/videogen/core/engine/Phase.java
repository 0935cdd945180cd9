package io.videogen.core.engine;

/** Where a render stands. */
public enum Phase {
    /** Nothing was sent. */
    PLANNED,
    /** A submission is about to leave, has left, or may have left. */
    SUBMITTING,
    /** A job exists and is waited for. */
    WAITING,
    /** The job is completed there and its files are fetched. */
    DOWNLOADING,
    /** All files are here and verified. */
    DONE,
    /** The job failed, or was refused. */
    FAILED,
    /** A submission left, and whether a job exists is not known. Only the user can go on. */
    UNKNOWN;

    /** Whether the machine has nothing left to do. */
    public boolean isTerminal() {
        return this == DONE || this == FAILED || this == UNKNOWN;
    }
}
