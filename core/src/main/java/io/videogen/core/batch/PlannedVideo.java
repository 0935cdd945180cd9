package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a run would do for one video.
 *
 * @param name the video
 * @param action what would be done
 * @param jobId job that would be taken up, where one is known
 * @param since when the submission with unknown outcome left
 * @param build who works on it, where that is waited for
 * @param obstacle why a run would fail this video without a request, such as a job at another endpoint
 */
public record PlannedVideo(
        String name,
        Action action,
        Optional<String> jobId,
        Optional<Instant> since,
        Optional<String> build,
        Optional<VideogenException> obstacle) {

    /** What a run does for a video. */
    public enum Action {
        /** Delivers the clip of the store. */
        CACHED,
        /** Goes on with a job that an earlier run paid for. */
        RESUME,
        /** Creates a job. */
        NEW,
        /** Fails, because the lock file names another request or bytes that are not kept. */
        NOT_AS_LOCKED,
        /** Waits for the build on another machine that works on it. */
        WAIT,
        /** Looks for the job of a lost submission; never creates one. */
        UNKNOWN
    }

    /** The line of the plan: {@code <name>: cached}, {@code resume <job>}, {@code new}, {@code unknown since <time>} or {@code waits for <job> of <build>}. */
    public String line() {
        return name + ": "
                + switch (action) {
                    case CACHED -> "cached";
                    case RESUME -> "resume " + jobId.orElseThrow();
                    case NEW -> "new";
                    case NOT_AS_LOCKED -> "not as locked";
                    case WAIT -> "waits for " + jobId.orElse("a job") + " of " + build.orElseThrow();
                    case UNKNOWN -> "unknown since " + since.orElseThrow();
                };
    }
}
