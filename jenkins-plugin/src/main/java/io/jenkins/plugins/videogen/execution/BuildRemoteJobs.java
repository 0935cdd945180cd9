package io.jenkins.plugins.videogen.execution;

import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.ListOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.remote.UploadOutcome;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.util.Map;

/**
 * Jobs at the endpoint of a build.
 *
 * @param thumbnails whether still pictures are wanted; without a page that shows them they are left where they are
 * @param longest most time for one call
 */
record BuildRemoteJobs(HttpAccount account, boolean thumbnails, Duration longest) implements RemoteJobs {

    BuildRemoteJobs(HttpAccount account, boolean thumbnails) {
        this(account, thumbnails, Duration.ofDays(1));
    }

    @Override
    public RemoteJobs within(Duration most) {
        return new BuildRemoteJobs(account, thumbnails, most);
    }

    @Override
    public UploadOutcome upload(VideoRequest request) throws InterruptedException {
        return account.call(longest, jobs -> jobs.upload(request));
    }

    @Override
    public CreateOutcome create(VideoRequest request, String submission) throws InterruptedException {
        CreateOutcome outcome = account.call(longest, jobs -> jobs.create(request, submission));
        return outcome instanceof CreateOutcome.Accepted accepted
                ? new CreateOutcome.Accepted(accepted.jobId(), wanted(accepted.snapshot()), accepted.pollAfter())
                : outcome;
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException {
        PollOutcome outcome = account.call(longest, jobs -> jobs.poll(request, jobId));
        return outcome instanceof PollOutcome.Seen seen
                ? new PollOutcome.Seen(wanted(seen.snapshot()), seen.pollAfter())
                : outcome;
    }

    private JobSnapshot wanted(JobSnapshot snapshot) {
        return thumbnails ? snapshot : snapshot.withoutThumbnail();
    }

    /** Of other builds' jobs too, some of which may want their still pictures. */
    @Override
    public ListOutcome pollTogether(Map<String, VideoRequest> wanted) throws InterruptedException {
        return account.call(longest, jobs -> jobs.pollTogether(wanted));
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) throws InterruptedException {
        return account.call(longest, jobs -> jobs.lookUp(request, lookup));
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) throws InterruptedException {
        return account.callToCancel(longest, jobs -> jobs.cancel(request, jobId));
    }
}
