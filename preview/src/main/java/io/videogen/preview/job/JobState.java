package io.videogen.preview.job;

/** Where a preview job is. */
public enum JobState {
    /** Accepted, not begun. */
    QUEUED,
    /** Being drawn. */
    RUNNING,
    /** Drawn. */
    COMPLETED,
    /** Failed, by the script or because drawing failed. */
    FAILED
}
