package io.videogen.core.engine;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.Stills;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The steps that bring the files of a completed job here. */
final class Fetching {

    /** How often content that is announced and not there, or that stays wrong, is asked for again. */
    static final int MOST_TRIES = 6;

    /** How long the API itself may say, without a success in between, that it can not hand over the content. */
    static final Duration TOLERATED_FAILURE = Duration.ofMinutes(5);

    private static final int MOST_STILL_TRIES = 2;

    private final Engine engine;
    private final Optional<ArtifactSink> sink;
    private final Waiting waiting;
    private final Backoff backoff;
    private final Memory memory;

    Fetching(Engine engine, Optional<ArtifactSink> sink, Waiting waiting, Backoff backoff, Memory memory) {
        this.engine = engine;
        this.sink = sink;
        this.waiting = waiting;
        this.backoff = backoff;
        this.memory = memory;
    }

    /**
     * Fetches the next file.
     *
     * @param most the longest that the attempt may take
     */
    Advance fetch(RemoteJobs remote, VideoRequest request, RenderState state, Duration most)
            throws InterruptedException {
        JobSnapshot completed = memory.completed();
        if (completed == null) {
            return findAddresses(remote, request, state);
        }
        int index = state.videos().size();
        if (index < completed.videos().size()) {
            ArtifactLocation location = completed.videos().get(index);
            boolean last = index + 1 == completed.videos().size();
            return last
                            && completed.thumbnail().isPresent()
                            && state.thumbnail().isEmpty()
                    ? both(state, completed, location, completed.thumbnail().get(), most)
                    : video(
                            state,
                            completed,
                            sink.orElseThrow().receive(state.key(), ArtifactKind.VIDEO, index, location, most));
        }
        Optional<ArtifactKind> still = missing(state, completed);
        if (still.isEmpty()) {
            return done(state);
        }
        ArtifactLocation location = completed.stills().get(still.get()).orElseThrow();
        return still(
                state, completed, still.get(), sink.orElseThrow().receive(state.key(), still.get(), 0, location, most));
    }

    /** A picture that is there, and not here yet. */
    private Optional<ArtifactKind> missing(RenderState state, JobSnapshot completed) {
        return Stills.KINDS.stream()
                .filter(kind -> completed.stills().get(kind).isPresent())
                .filter(kind -> state.stills().get(kind).isEmpty())
                .filter(kind -> !memory.isGivenUp(kind) && sink.orElseThrow().wants(kind))
                .findFirst();
    }

    private Advance onward(RenderState state, JobSnapshot completed) {
        return missing(state, completed).isPresent() ? Advance.to(state, Duration.ZERO) : done(state);
    }

    /** Result addresses are secrets and expire: after a restart, or once refused, they are asked for anew. */
    private Advance findAddresses(RemoteJobs remote, VideoRequest request, RenderState state)
            throws InterruptedException {
        PollOutcome outcome = remote.poll(request, state.jobId().orElseThrow());
        if (outcome instanceof PollOutcome.Seen seen) {
            memory.forgetRefusedPolls();
            if (seen.snapshot().status() == JobStatus.COMPLETED) {
                memory.remember(seen.snapshot());
                return Advance.to(state, Duration.ZERO);
            }
            if (!seen.snapshot().status().isFinal()) {
                return waiting.retry(
                        state, "download", Message.text("the API took the job's completion back"), seen.pollAfter());
            }
            return waiting.seen(state, seen.snapshot(), Optional.empty());
        }
        if (outcome instanceof PollOutcome.Transient trouble) {
            return waiting.retry(state, "poll", trouble.reason(), trouble.retryAfter());
        }
        return outcome instanceof PollOutcome.NotFound absent
                ? Advance.stopped(state, absent.error())
                : waiting.refused(state, (PollOutcome.Refused) outcome);
    }

    /** From far away a thumbnail takes as long as a short clip, and nobody has to wait for both in turn. */
    private Advance both(
            RenderState state, JobSnapshot completed, ArtifactLocation clip, ArtifactLocation thumbnail, Duration most)
            throws InterruptedException {
        ArtifactSink.Both both =
                sink.orElseThrow().receiveBoth(state.key(), state.videos().size(), clip, thumbnail, most);
        Advance advance = video(state, completed, both.clip());
        return both.clip() instanceof DownloadOutcome.Complete
                        && both.thumbnail().orElse(null) instanceof DownloadOutcome.Complete arrived
                ? onward(
                        advance.state()
                                .change()
                                .addStill(ArtifactKind.THUMBNAIL, arrived.file())
                                .build(),
                        completed)
                : advance;
    }

    private Advance video(RenderState state, JobSnapshot completed, DownloadOutcome outcome) {
        if (outcome instanceof DownloadOutcome.Complete complete) {
            memory.forgetRefusals();
            return Advance.to(
                    state.change().addVideo(complete.file()).attempts(0).build(), Duration.ZERO);
        }
        if (outcome instanceof DownloadOutcome.Transient trouble) {
            if (trouble.saidByApi()
                    && isPast(memory.contentFailing(engine.clock().instant()))) {
                memory.forgetRefusals();
                return Advance.stopped(
                        state.change().attempts(0).build(), withoutContent(state, completed, trouble.reason()));
            }
            return waiting.retry(state, "download", trouble.reason(), trouble.retryAfter());
        }
        if (outcome instanceof DownloadOutcome.Rejected rejected) {
            // A refusal may be an expired link that does not say so: a fresh address costs one poll.
            memory.forgetAddresses();
            return limited(state, rejected.error());
        }
        if (outcome instanceof DownloadOutcome.Expired expired) {
            memory.forgetAddresses();
            return limited(state, withoutContent(state, completed, expired.reason()));
        }
        // The status may tell an address a moment after it told the completion.
        memory.forgetAddresses();
        return limited(state, withoutContent(state, completed, ((DownloadOutcome.NotReady) outcome).reason()));
    }

    private boolean isPast(Instant since) {
        return Duration.between(since, engine.clock().instant()).compareTo(TOLERATED_FAILURE) >= 0;
    }

    /** Some tries more, then an end that keeps the job: it is paid, and a later run may find its content well. */
    private Advance limited(RenderState state, VideogenException error) {
        int attempts = memory.refusedContent();
        if (attempts >= MOST_TRIES) {
            memory.forgetRefusals();
            return Advance.stopped(state.change().attempts(0).build(), error);
        }
        Duration wait = backoff.after(attempts, Optional.empty());
        return Advance.to(
                state.change().attempts(attempts).build(),
                wait,
                new RenderEvent.Retrying("download", error.getMessage(), wait));
    }

    private Advance still(RenderState state, JobSnapshot completed, ArtifactKind kind, DownloadOutcome outcome) {
        if (outcome instanceof DownloadOutcome.Complete complete) {
            return onward(
                    state.change().addStill(kind, complete.file()).attempts(0).build(), completed);
        }
        int attempts = state.attempts() + 1;
        if (attempts < MOST_STILL_TRIES) {
            return Advance.to(state.change().attempts(attempts).build(), backoff.after(attempts, Optional.empty()));
        }
        memory.giveUp(kind);
        Advance onward = onward(state.change().attempts(0).build(), completed);
        String what = kind == ArtifactKind.THUMBNAIL ? Message.text("thumbnail") : Message.text("last frame");
        return Advance.to(
                onward.state(),
                onward.pause(),
                new RenderEvent.Warning(Message.text("No %s of video \"%s\" could be had.", what, state.name())));
    }

    private Advance done(RenderState state) {
        return Advance.to(state.change().phase(Phase.DONE).attempts(0).build(), Duration.ZERO);
    }

    private static VideogenException withoutContent(RenderState state, JobSnapshot completed, String reason) {
        String said = completed
                .error()
                .filter(error -> !error.message().isBlank())
                .map(error -> Message.text("; its status says: \"%s\"", error.message()))
                .orElse("");
        return VideogenException.of(ErrorKind.BAD_ARTIFACT, "completed_without_artifact")
                .says(
                        "The job of video \"%s\" is completed there, but its clip can not be fetched: %s%s. It"
                                + " may have been withheld by a content rule or have expired; look at the job at the"
                                + " provider.%s",
                        state.name(), reason, said, Advice.NAME_CLIP.sentence());
    }
}
