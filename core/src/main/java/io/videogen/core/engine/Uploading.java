package io.videogen.core.engine;

import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.remote.UploadOutcome;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The steps that bring files to the API before the submission is recorded and leaves. They cost nothing, so nothing of
 * them is recorded: a build that dies here has bought nothing, and the next one begins again.
 */
final class Uploading {

    private static final int MOST_TRIES = 6;

    private final Backoff backoff;
    private VideoRequest request;
    private boolean ready;
    private int tries;

    Uploading(Backoff backoff, VideoRequest request) {
        this.backoff = backoff;
        this.request = request;
    }

    /** The request with what its files are called at the API, as far as they are there. */
    VideoRequest request() {
        return request;
    }

    /** Does the next step; nothing if the submission may leave. */
    Optional<Advance> next(RemoteJobs remote, RenderState planned) throws InterruptedException {
        if (ready) {
            return Optional.empty();
        }
        UploadOutcome outcome = remote.upload(request);
        if (outcome instanceof UploadOutcome.Ready done) {
            ready = true;
            request = done.request();
            return Optional.empty();
        }
        if (outcome instanceof UploadOutcome.Going going) {
            tries = 0;
            request = going.request();
            return Optional.of(Advance.to(planned, going.pause()));
        }
        if (outcome instanceof UploadOutcome.Refused refused) {
            return Optional.of(Advance.to(Submission.failed(planned, refused.error()), Duration.ZERO));
        }
        UploadOutcome.Failed failed = (UploadOutcome.Failed) outcome;
        tries++;
        if (tries >= MOST_TRIES) {
            return Optional.of(Advance.to(Submission.failed(planned, failed.error()), Duration.ZERO));
        }
        Duration wait = backoff.after(tries, failed.retryAfter());
        return Optional.of(Advance.to(
                planned, wait, new RenderEvent.Retrying("upload", failed.error().getMessage(), wait)));
    }
}
