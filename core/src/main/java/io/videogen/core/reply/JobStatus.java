package io.videogen.core.reply;

/** Where a remote job stands. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    /** A word that is not known: to be waited for like {@link #RUNNING}, since to take it for an end would lose a job. */
    UNLISTED,
    COMPLETED,
    FAILED,
    CANCELLED,
    EXPIRED;

    /** Whether the job will not change any more. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING && this != UNLISTED;
    }
}
