package io.videogen.preview.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A preview job. Its state follows from the clock, the drawing and the number of polls. */
public final class Job {
    /** A status request waits so long for a drawing that is all that is missing: fewer polls for short clips. */
    private static final long GRACE_MILLIS = 200;

    private final String id;
    private final int number;
    private final JobRequest request;
    private final JobPlan plan;
    private final Instant createdAt;
    private final Path folder;
    private final Future<Void> drawing;
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicReference<Instant> ended = new AtomicReference<>();

    Job(String id, int number, JobRequest request, JobPlan plan, Instant createdAt, Path folder, Future<Void> drawing) {
        this.id = id;
        this.number = number;
        this.request = request;
        this.plan = plan;
        this.createdAt = createdAt;
        this.folder = folder;
        this.drawing = drawing;
    }

    /** Unique in its server. */
    public String id() {
        return id;
    }

    /** 1 for the first job of the server. */
    public int number() {
        return number;
    }

    /** Counts a status request. */
    public int polled() {
        return polls.incrementAndGet();
    }

    /**
     * A clip; it exists once the job is completed.
     *
     * @param index from 1
     */
    public Path clip(int index) {
        return folder.resolve(number + "-" + index + ".mp4");
    }

    /** A clip, waited for if it is still being drawn. */
    public Path drawnClip(int index) throws IOException, InterruptedException {
        try {
            drawing.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the clip could not be drawn", e);
        }
        return clip(index);
    }

    /**
     * A still picture of a clip; it exists once the job is completed.
     *
     * @param index from 1
     */
    public Path thumbnail(int index) {
        return folder.resolve(number + "-" + index + ".jpg");
    }

    /** The job as its create request is answered, before anything happened. */
    public JobView createdView() {
        return view(JobState.QUEUED, 0, Optional.empty(), Optional.empty());
    }

    /** Where the job is now. */
    public JobView view(Clock clock) throws InterruptedException {
        Instant now = clock.instant();
        Instant begins = createdAt.plus(plan.queueTime());
        Instant ends = begins.plus(plan.renderTime());
        if (now.isBefore(begins)) {
            return view(JobState.QUEUED, 0, Optional.empty(), Optional.empty());
        }
        if (plan.endless() || now.isBefore(ends)) {
            return running(percent(Duration.between(begins, now), plan.renderTime()));
        }
        if (polls.get() < plan.pollsUntilDone()) {
            return running(polls.get() * 100 / plan.pollsUntilDone());
        }
        Optional<JobError> failure = plan.failure();
        if (failure.isEmpty()) {
            try {
                drawing.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
                return view(JobState.COMPLETED, 100, Optional.of(ended(now)), Optional.empty());
            } catch (TimeoutException e) {
                return running(99);
            } catch (ExecutionException e) {
                failure = Optional.of(new JobError(
                        "preview_drawing_failed", String.valueOf(e.getCause().getMessage())));
            }
        }
        return view(JobState.FAILED, 100, Optional.of(ended(now)), failure);
    }

    /** When the end was first seen. */
    private Instant ended(Instant now) {
        ended.compareAndSet(null, now);
        return ended.get();
    }

    private static int percent(Duration done, Duration all) {
        return all.isZero() ? 50 : (int) Math.min(99, done.toMillis() * 100 / Math.max(1, all.toMillis()));
    }

    private JobView running(int progress) {
        return view(JobState.RUNNING, Math.min(99, progress), Optional.empty(), Optional.empty());
    }

    private JobView view(JobState state, int progress, Optional<Instant> completedAt, Optional<JobError> error) {
        long bytes = 0;
        try {
            bytes = state == JobState.COMPLETED ? Files.size(clip(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JobView(id, number, request, state, progress, createdAt, completedAt, error, bytes, polls.get());
    }

    void delete() {
        drawing.cancel(true);
        for (int index = 1; index <= request.count(); index++) {
            clip(index).toFile().delete();
            thumbnail(index).toFile().delete();
        }
    }
}
