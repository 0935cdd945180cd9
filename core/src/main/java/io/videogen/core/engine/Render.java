package io.videogen.core.engine;

import io.videogen.core.ErrorKind;
import io.videogen.core.advice.Message;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * One video on its way from the request to its files: the loop that every host runs, and with it every rule about money.
 * Each step does at most one remote operation and leaves the state recorded before anything else happens. It holds no
 * thread and never sleeps; nothing in its memory is needed to go on after a crash.
 *
 * <p>A submission leaves only in the very step that recorded it. A state in {@link Phase#SUBMITTING} that was found on
 * disk therefore never submits: its outcome is unknown, and it is looked up.
 *
 * <p>Steps follow one another on any threads, {@link #state()} may be asked for at any time.
 */
public final class Render {

    /** A job that exists is asked for once, however late it is; an honest answer comes within this. */
    static final Duration LEAST_CALL = Duration.ofSeconds(10);

    private final Engine engine;
    private final RenderHost host;
    private final SubmissionGate gate;
    private final Deadline deadline;
    private final VideoRequest request;
    private final Uploading uploading;
    private final Submission submission;
    private final Waiting waiting;
    private final Fetching fetching;
    private final Recorder recorder;
    private final Memory memory;

    private volatile RenderState state;
    private Optional<RenderEvent.Retrying> trouble = Optional.empty();
    private boolean begun;
    private boolean lastCall;

    /**
     * @param gate asked before each submission
     * @param deadline when to stop waiting
     * @param state where it stands: planned, or what the host's journal has
     */
    public Render(
            Engine engine,
            RenderHost host,
            SubmissionGate gate,
            Deadline deadline,
            VideoRequest request,
            RenderState state) {
        this.engine = engine;
        this.host = host;
        this.gate = gate;
        this.deadline = deadline;
        this.request = request;
        this.state = state;
        Backoff backoff = new Backoff(engine.random());
        this.memory = new Memory();
        this.waiting = new Waiting(engine, backoff, memory);
        this.uploading = new Uploading(backoff, request);
        this.submission = new Submission(engine, waiting, backoff, host.owners());
        this.fetching = new Fetching(engine, host.sink(), waiting, backoff, memory);
        this.recorder = new Recorder(host.journal(), host.listener(), state);
    }

    public RenderState state() {
        return state;
    }

    /**
     * Does the next thing.
     *
     * @throws InterruptedException when the thread was interrupted; what is recorded stays the truth
     */
    public RenderStep step() throws InterruptedException {
        if (!begun) {
            begun = true;
            takeJob();
        }
        if (hasArrived()) {
            return new RenderStep.Arrived();
        }
        return switch (state.phase()) {
            case PLANNED, SUBMITTING -> throughGate();
            case WAITING -> follow(waiting.poll(remote(), request, state));
            case DOWNLOADING -> fetch();
            case DONE, FAILED, UNKNOWN -> ended();
        };
    }

    /** Files that had arrived are gone from this side: the next step fetches them again. */
    public void fetchAgain() throws InterruptedException {
        record(state.toBeFetchedAgain());
    }

    /** Asks the API to cancel the job; once it did, the job has failed, and the video may be bought again. */
    public CancelOutcome cancel() throws InterruptedException {
        CancelOutcome outcome = engine.remote().cancel(request, state.jobId().orElseThrow());
        if (outcome == CancelOutcome.CANCELLED) {
            Failure failure = new Failure(
                    ErrorKind.JOB_FAILED, "cancelled", Message.text("The job was cancelled with the build."));
            record(state.change()
                    .phase(Phase.FAILED)
                    .attempts(0)
                    .failure(failure)
                    .build());
        }
        return outcome;
    }

    /** Submits, or looks for what was submitted, and no abort cuts it off. */
    private RenderStep throughGate() throws InterruptedException {
        if (state.phase() == Phase.PLANNED && deadline.isOver()) {
            return timedOut();
        }
        if (state.phase() == Phase.PLANNED && !submission.untilNextTry().isZero()) {
            return pause(submission.untilNextTry());
        }
        if (state.phase() == Phase.PLANNED && !gate.isStopped()) {
            // Before the gate: an abort may cut it off, since there is nothing to lose.
            Optional<Advance> upload = uploading.next(remote(), state);
            if (upload.isPresent()) {
                return follow(upload.get());
            }
        }
        if (!gate.enter()) {
            return new RenderStep.Stopped();
        }
        try {
            return state.phase() == Phase.PLANNED ? submit() : follow(submission.lookUp(remote(), request, state));
        } finally {
            gate.leave();
        }
    }

    private RenderStep submit() throws InterruptedException {
        RenderState planned = state;
        RenderState armed = submission.arm(planned, engine.clock().instant());
        recorder.arm(planned, armed);
        state = armed;
        if (gate.isStopped()) {
            record(planned);
            return new RenderStep.Stopped();
        }
        RenderStep step = follow(submission.submit(remote(), uploading.request(), state));
        // Recorded first: of a job that is paid nothing may get in the way.
        takeJob();
        return memory.isInlined() ? keepInlined(step) : step;
    }

    /** A clip in the very reply to the submission comes once: it is on disk before anything else may happen. */
    private RenderStep keepInlined(RenderStep step) throws InterruptedException {
        RenderStep next = step;
        while (next instanceof RenderStep.Again && state.phase() == Phase.DOWNLOADING && memory.isInlined()) {
            next = fetch();
        }
        return next;
    }

    private void takeJob() {
        if (state.jobId().isPresent()) {
            host.owners().take(state.jobId().get());
        }
    }

    private RenderStep fetch() throws InterruptedException {
        deadline.startFetching();
        return follow(fetching.fetch(remote(), request, state, deadline.left()));
    }

    /** No call goes on for long once the time is up, so that a slow API can not stretch the limit. */
    private RemoteJobs remote() {
        Duration left = deadline.left();
        return engine.remote().within(left.compareTo(LEAST_CALL) < 0 ? LEAST_CALL : left);
    }

    /** Makes a result the truth, tells of it, and decides how it goes on. */
    private RenderStep follow(Advance advance) throws InterruptedException {
        record(advance.state());
        for (RenderEvent event : advance.events()) {
            trouble = event instanceof RenderEvent.Retrying retrying ? Optional.of(retrying) : Optional.empty();
            host.listener().accept(event);
        }
        if (advance.stop().isPresent()) {
            recorder.leave(state);
            return new RenderStep.Failed(advance.stop().get());
        }
        return hasArrived() || state.phase().isTerminal() ? ended() : pause(advance.pause());
    }

    private RenderStep ended() {
        return hasArrived()
                ? new RenderStep.Arrived()
                : new RenderStep.Failed(state.failure().orElseThrow().toException(state.jobId()));
    }

    private boolean hasArrived() {
        return state.phase() == Phase.DONE
                || (state.phase() == Phase.DOWNLOADING && host.sink().isEmpty());
    }

    /** The state in memory is the truth even if writing it down fails. */
    private void record(RenderState next) throws InterruptedException {
        RenderState before = state;
        state = next;
        engine.endpointJobs().stands(this, next.phase());
        recorder.record(before, next);
    }

    private RenderStep pause(Duration wish) throws InterruptedException {
        Duration left = deadline.left();
        if (wish.isZero() || !left.isZero()) {
            return new RenderStep.Again(wish.compareTo(left) > 0 ? left : wish);
        }
        if (state.videos().size() >= request.clips() && !lastCall) {
            // Only the still picture is missing: with one more try it is given up.
            lastCall = true;
            return new RenderStep.Again(Duration.ZERO);
        }
        return timedOut();
    }

    private RenderStep timedOut() throws InterruptedException {
        recorder.leave(state);
        return new RenderStep.TimedOut(trouble);
    }
}
