package io.videogen.core.reply;

/** Where a remote job stands. A word that is not known means {@link #RUNNING}: wait. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED,
    EXPIRED;

    /** Whether the job will not change any more. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
