package io.videogen.core.remote;

/** Whether a job could be cancelled. */
public enum CancelOutcome {
    /** The API confirmed. */
    CANCELLED,
    /** The API has no way to cancel. */
    NOT_POSSIBLE,
    /** The API refused or did not answer; the job may run on. */
    FAILED
}
