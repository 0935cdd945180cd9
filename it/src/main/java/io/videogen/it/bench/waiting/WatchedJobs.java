package io.videogen.it.bench.waiting;

import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Asks for a fixed poll interval, as an API does with {@code Retry-After}, and sees how well it is kept. */
final class WatchedJobs implements RemoteJobs {

    private final RemoteJobs jobs;
    private final Duration interval;
    private final Map<String, Long> repliedAt = new ConcurrentHashMap<>();
    private final AtomicInteger mostWaiting = new AtomicInteger();
    private final AtomicLong polls = new AtomicLong();
    private final AtomicLong longestGap = new AtomicLong();

    WatchedJobs(RemoteJobs jobs, Duration interval) {
        this.jobs = jobs;
        this.interval = interval;
    }

    /** Longest time between a reply and the next poll of the same job, in seconds. */
    double longestGapSeconds() {
        return longestGap.get() / 1e9;
    }

    /** Most jobs that were in flight at one time. */
    int mostWaiting() {
        return mostWaiting.get();
    }

    int waiting() {
        return repliedAt.size();
    }

    long polls() {
        return polls.get();
    }

    @Override
    public CreateOutcome create(VideoRequest request, String idempotencyKey) throws InterruptedException {
        CreateOutcome outcome = jobs.create(request, idempotencyKey);
        if (outcome instanceof CreateOutcome.Accepted accepted) {
            repliedAt.put(accepted.jobId().toString(), System.nanoTime());
            mostWaiting.accumulateAndGet(repliedAt.size(), Math::max);
            return new CreateOutcome.Accepted(accepted.jobId(), accepted.snapshot(), Optional.of(interval));
        }
        return outcome;
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException {
        Long before = repliedAt.get(jobId);
        if (before != null) {
            longestGap.accumulateAndGet(System.nanoTime() - before, Math::max);
        }
        polls.incrementAndGet();
        PollOutcome outcome = jobs.poll(request, jobId);
        if (outcome instanceof PollOutcome.Seen seen) {
            if (seen.snapshot().status() == JobStatus.COMPLETED) {
                repliedAt.remove(jobId);
            } else {
                repliedAt.put(jobId, System.nanoTime());
            }
            return new PollOutcome.Seen(seen.snapshot(), Optional.of(interval));
        }
        return outcome;
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) throws InterruptedException {
        return jobs.lookUp(request, lookup);
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) throws InterruptedException {
        return jobs.cancel(request, jobId);
    }
}
