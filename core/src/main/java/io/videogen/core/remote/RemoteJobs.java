package io.videogen.core.remote;

import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.util.Map;

/** Jobs at one endpoint. Each call is one remote operation; none of them is repeated in here. */
public interface RemoteJobs {

    /**
     * Brings a file of a request to the API, where it wants files before the job. It costs nothing and is no submission.
     *
     * @param request as it was given, or as the step before left it
     */
    default UploadOutcome upload(VideoRequest request) throws InterruptedException {
        return new UploadOutcome.Ready(request);
    }

    /**
     * Submits a job. This is what costs money.
     *
     * @param submission stable for one submission; sent as {@code Idempotency-Key}. No API documents what it does
     *     with a key that it has seen, so nothing is ever submitted again in reliance on it
     */
    CreateOutcome create(VideoRequest request, String submission) throws InterruptedException;

    /** Asks for the state of a job. */
    PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException;

    /**
     * Asks for the state of many jobs in as few requests as the API allows.
     *
     * @param jobs by id
     */
    default ListOutcome pollTogether(Map<String, VideoRequest> jobs) throws InterruptedException {
        return new ListOutcome.NotPossible();
    }

    /**
     * When to ask for a job again, so that those that can be asked for together meet.
     *
     * @param alone when it would be asked for if it were the only one
     */
    default Duration nextPoll(String jobId, Duration alone) {
        return alone;
    }

    /** Takes one step of a search for the job of a submission whose reply was lost. */
    LookupOutcome lookUp(VideoRequest request, Lookup lookup) throws InterruptedException;

    /**
     * The same jobs, of which no call takes longer than that, all its requests together. A submission is let finish for
     * a minute all the same, since it may be paid.
     */
    default RemoteJobs within(Duration longest) {
        return this;
    }

    /** Asks the API to cancel or delete the job; best effort. */
    CancelOutcome cancel(VideoRequest request, String jobId) throws InterruptedException;
}
