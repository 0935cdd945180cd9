package io.videogen.core.download;

import io.videogen.core.VideogenException;
import io.videogen.core.artifact.VerifiedFile;
import java.time.Duration;
import java.util.Optional;

/** How one attempt to fetch an artifact ended. */
public sealed interface DownloadOutcome {

    /** The file is whole, verified and durable at the place the sink keeps it. */
    record Complete(VerifiedFile file) implements DownloadOutcome {}

    /**
     * Worth another try later; what has arrived is kept for a resumed transfer.
     *
     * @param saidByApi whether the API itself answered, in its own words: said for minutes, that is no outage
     */
    record Transient(String reason, Optional<Duration> retryAfter, boolean saidByApi) implements DownloadOutcome {

        /** Trouble on the way. */
        public Transient(String reason, Optional<Duration> retryAfter) {
            this(reason, retryAfter, false);
        }
    }

    /** The address is no longer valid (403, 404, 410 on a signed URL): ask the API for a new one. */
    record Expired(String reason) implements DownloadOutcome {}

    /** The API says the content is not there yet, although the job is completed. */
    record NotReady(String reason) implements DownloadOutcome {}

    /** The bytes are wrong (not a video, truncated for good, refused address); another try will not help soon. */
    record Rejected(VideogenException error) implements DownloadOutcome {}
}
