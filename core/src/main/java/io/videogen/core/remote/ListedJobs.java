package io.videogen.core.remote;

import io.videogen.core.request.VideoRequest;
import java.time.Duration;

/** Jobs that are asked for together with others at their endpoint, where its API can tell of many in one reply. */
public final class ListedJobs implements RemoteJobs {

    private final RemoteJobs jobs;
    private final ListPolling polling;

    /** @param polling shared by all who ask this endpoint with this token */
    public ListedJobs(RemoteJobs jobs, ListPolling polling) {
        this.jobs = jobs;
        this.polling = polling;
    }

    @Override
    public UploadOutcome upload(VideoRequest request) throws InterruptedException {
        return jobs.upload(request);
    }

    @Override
    public CreateOutcome create(VideoRequest request, String submission) throws InterruptedException {
        CreateOutcome outcome = jobs.create(request, submission);
        if (outcome instanceof CreateOutcome.Accepted accepted
                && !accepted.snapshot().status().isFinal()) {
            polling.join(request, accepted.jobId().toString());
        }
        return outcome;
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException {
        return polling.poll(jobs, request, jobId);
    }

    @Override
    public Duration nextPoll(String jobId, Duration alone) {
        return polling.next(jobId, alone);
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) throws InterruptedException {
        return jobs.lookUp(request, lookup);
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) throws InterruptedException {
        return jobs.cancel(request, jobId);
    }

    @Override
    public RemoteJobs within(Duration longest) {
        return new ListedJobs(jobs.within(longest), polling);
    }
}
