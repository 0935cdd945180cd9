package io.jenkins.plugins.videogen.execution;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** A remote API in memory that counts what would have been paid for. */
final class FakeApi implements RemoteJobs {
    final AtomicInteger created = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final List<String> cancelled = new ArrayList<>();
    volatile JobStatus status = JobStatus.COMPLETED;
    String prefix = "vid_";
    volatile int unreachable;
    volatile boolean replyLost;
    volatile boolean busy;
    /** When a busy API wants to be asked again. */
    volatile Optional<Duration> retryAfter = Optional.empty();

    /** Before and after each operation. */
    volatile Runnable between = () -> {};

    /** Jobs that the list shows, all alike. */
    volatile List<String> fitting = List.of();

    volatile Optional<VideogenException> refusal = Optional.empty();
    volatile Runnable beforeCreate = () -> {};
    volatile Runnable whileLookingUp = () -> {};
    volatile Optional<Duration> pollAfter = Optional.empty();
    volatile LookupOutcome lookUp = new LookupOutcome.NotPossible("The API has no list of jobs.");

    @Override
    public CreateOutcome create(VideoRequest request, String idempotencyKey) {
        between.run();
        if (unreachable > 0) {
            unreachable--;
            return new CreateOutcome.NotDelivered(
                    new VideogenException(ErrorKind.UNREACHABLE, "no_connection", "No connection."), Optional.empty());
        }
        if (busy) {
            return new CreateOutcome.NotDelivered(
                    new VideogenException(ErrorKind.REFUSED, "rate_limit", "HTTP 429."),
                    retryAfter,
                    CreateOutcome.Obstacle.BUSY);
        }
        if (refusal.isPresent()) {
            refused.incrementAndGet();
            return new CreateOutcome.Refused(refusal.get());
        }
        String id = prefix + created.incrementAndGet();
        beforeCreate.run();
        between.run();
        if (replyLost) {
            return new CreateOutcome.Unknown("reset");
        }
        return new CreateOutcome.Accepted(said(id), snapshot(id, JobStatus.QUEUED, 1), Optional.empty());
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) {
        between.run();
        return new PollOutcome.Seen(snapshot(jobId, status, request.clips()), pollAfter);
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) {
        between.run();
        if (!fitting.isEmpty()) {
            List<String> left = fitting.stream().filter(lookup.known().negate()).toList();
            return left.size() == 1
                    ? new LookupOutcome.Found(said(left.get(0)))
                    : new LookupOutcome.Ambiguous(
                            left.size(), left.stream().map(FakeApi::said).toList());
        }
        LookupOutcome found = lookUp instanceof LookupOutcome.Found job
                        && lookup.known().test(job.jobId().toString())
                ? new LookupOutcome.NoneFits()
                : lookUp;
        whileLookingUp.run();
        between.run();
        return found;
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) {
        synchronized (cancelled) {
            cancelled.add(jobId);
        }
        return CancelOutcome.CANCELLED;
    }

    /** The build dies in the middle of a submission. */
    static VideogenException crash() {
        return new VideogenException(ErrorKind.INTERRUPTED, "crash", "the controller was killed");
    }

    /** What a server said. */
    static Said said(String word) {
        return ServerText.hiding(Optional.empty()).said(word, 100);
    }

    private static JobSnapshot snapshot(String id, JobStatus status, int clips) {
        List<ArtifactLocation> videos = new ArrayList<>();
        for (int i = 0; i < clips && status == JobStatus.COMPLETED; i++) {
            videos.add(new ArtifactLocation(
                    URI.create("https://cdn.example.com/" + id + "-" + i + ".mp4"), false, OptionalLong.empty()));
        }
        return new JobSnapshot(
                Optional.of(said(id)),
                status,
                said(status.name().toLowerCase(java.util.Locale.ROOT)),
                OptionalDouble.empty(),
                Optional.empty(),
                videos,
                Optional.empty());
    }
}
