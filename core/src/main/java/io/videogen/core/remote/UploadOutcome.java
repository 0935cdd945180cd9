package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.util.Optional;

/** How one step of bringing files to the API ended, before a job is created. None of it costs, all may be repeated. */
public sealed interface UploadOutcome {

    /**
     * Nothing is left to be done.
     *
     * @param request to be created, with what the files are called there
     */
    record Ready(VideoRequest request) implements UploadOutcome {}

    /**
     * A step is done, and there is another one.
     *
     * @param request for the next step
     * @param pause before it
     */
    record Going(VideoRequest request, Duration pause) implements UploadOutcome {}

    /**
     * Worth another try.
     *
     * @param error what to report when all repeats are used up
     */
    record Failed(VideogenException error, Optional<Duration> retryAfter) implements UploadOutcome {}

    /** The API does not take the file. */
    record Refused(VideogenException error) implements UploadOutcome {}
}
