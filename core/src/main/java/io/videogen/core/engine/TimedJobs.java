package io.videogen.core.engine;

import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.ListOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.remote.UploadOutcome;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.util.Map;

/** Jobs of one render: no call goes on for long once its time is up, so that a slow API can not stretch the limit. */
final class TimedJobs implements RemoteJobs {

    /** A job that exists is asked for once, however late it is; an honest answer comes within this. */
    static final Duration LEAST = Duration.ofSeconds(10);

    private final RemoteJobs remote;
    private final Deadline deadline;

    TimedJobs(RemoteJobs remote, Deadline deadline) {
        this.remote = remote;
        this.deadline = deadline;
    }

    @Override
    public UploadOutcome upload(VideoRequest request) throws InterruptedException {
        return inTime().upload(request);
    }

    @Override
    public CreateOutcome create(VideoRequest request, String submission) throws InterruptedException {
        return inTime().create(request, submission);
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException {
        return inTime().poll(request, jobId);
    }

    @Override
    public ListOutcome pollTogether(Map<String, VideoRequest> jobs) throws InterruptedException {
        return inTime().pollTogether(jobs);
    }

    @Override
    public Duration nextPoll(String jobId, Duration alone) {
        return remote.nextPoll(jobId, alone);
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) throws InterruptedException {
        return inTime().lookUp(request, lookup);
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) throws InterruptedException {
        return remote.cancel(request, jobId);
    }

    private RemoteJobs inTime() {
        Duration left = deadline.left();
        return remote.within(left.compareTo(LEAST) < 0 ? LEAST : left);
    }
}
