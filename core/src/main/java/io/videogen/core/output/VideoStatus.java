package io.videogen.core.output;

import java.util.Locale;

/** How a video of a build ended, in the manifest's words. */
public enum VideoStatus {
    /** The clip is in the output folder. */
    COMPLETED,
    /** There is no clip: refused, failed there, or stopped by an error here. */
    FAILED,
    /** This build stopped waiting; the job runs on there, and the same command takes it up again. */
    TIMEOUT,
    /** A submission left, and whether a job exists is not known. */
    UNKNOWN;

    /** The word of the manifest. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
