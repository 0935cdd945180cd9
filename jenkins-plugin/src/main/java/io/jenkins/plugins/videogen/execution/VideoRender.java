package io.jenkins.plugins.videogen.execution;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.engine.Advance;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderMachine;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.CancelOutcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hosts {@code core}'s render machine for one video of a build, whatever drives it: a pipeline step or a build step.
 *
 * <p>Before the machine acts, its state is in the build's record on disk. The record, not this object, knows whether
 * the build has a job already.
 */
final class VideoRender {
    private static final Logger LOGGER = Logger.getLogger(VideoRender.class.getName());
    private static final Duration PAUSE_FOR_OTHER = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_LOST_CLAIM = Duration.ofSeconds(1);
    private static final Duration PAUSE_FOR_AGENT = Duration.ofSeconds(5);
    private static final Duration LONGEST_ABSENCE_OF_AGENT = Duration.ofMinutes(5);

    private final GenerateVideoStep step;
    private final String file;
    private final RenderProgress progress;
    private final BuildAccess build;
    private final Engines engines;
    private final Clock clock;
    private final SubmissionGate gate;
    private final RenderLog log;
    private final RenderRecord record;

    private volatile VideoJob job;
    private RenderMachine machine;
    private RenderState state;
    private Instant awaySince;
    private boolean asked;

    /**
     * @param file path in the workspace, or {@code null} for no download
     * @param gate asked before each submission
     */
    VideoRender(
            GenerateVideoStep step,
            String file,
            RenderProgress progress,
            BuildAccess build,
            Engines engines,
            Clock clock,
            SubmissionGate gate) {
        this.step = step;
        this.file = file;
        this.progress = progress;
        this.build = build;
        this.engines = engines;
        this.clock = clock;
        this.gate = gate;
        this.log = new RenderLog(build, step.isQuiet(), clock);
        this.record = new RenderRecord(build, progress, log);
    }

    /** Does the next thing: at most one remote operation. */
    synchronized Next step() throws IOException, InterruptedException {
        try {
            Next next = advance();
            awaySince = null;
            return next;
        } catch (WorkspaceException e) {
            if (!e.isAgentAway()) {
                throw e;
            }
            Instant now = clock.instant();
            awaySince = awaySince == null ? now : awaySince;
            if (now.isAfter(awaySince.plus(LONGEST_ABSENCE_OF_AGENT))) {
                throw e;
            }
            log.agentAway();
            return new Next.Again(PAUSE_FOR_AGENT, false);
        }
    }

    /**
     * Ends the work on the job of a build that was aborted, and tells what becomes of it.
     *
     * @param cancel whether to ask the API to cancel a job that is still waited for; a completed one is paid, and is kept
     */
    synchronized void abandon(boolean cancel) throws IOException, InterruptedException {
        // After a restart the job is known to the build, and not to this object yet.
        boolean known = state != null || (progress.state != null && settle());
        if (!known) {
            if (progress.state == null) {
                log.nothingSubmitted();
            }
            return;
        }
        if (cancel && state.phase() == Phase.WAITING && state.jobId().isPresent()) {
            CancelOutcome outcome =
                    job.remote().cancel(job.request(), state.jobId().get());
            log.cancelled(state.jobId().get(), outcome);
            if (outcome == CancelOutcome.CANCELLED) {
                keep(States.cancelled(state));
            }
        } else {
            log.abandoned(state);
        }
        if (job.clips() != null && state.phase() == Phase.DOWNLOADING) {
            discardParts();
        }
    }

    private void discardParts() throws InterruptedException {
        try {
            engines.discardParts(job.clips(), build);
        } catch (IOException | WorkspaceException e) {
            LOGGER.log(Level.FINE, "an unfinished clip stays behind in a workspace that is away", e);
        }
    }

    /** Says why an abort takes a while; any thread, without waiting for the step that submits. */
    void tellOfSubmissionUnderWay() {
        try {
            log.abortedWhileSubmitting();
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "the build's log is gone", e);
        }
    }

    /** Gives up the claim and what was copied to this machine; never waits for a step that runs. */
    void close() {
        VideoJob last = job;
        if (last != null) {
            Requests.discard(last.request());
        }
        LiveRenders.release(progress.owner);
    }

    /** Finds out what to make, where, and what the build has of it; false while another of its steps works on it. */
    private boolean settle() throws IOException, InterruptedException {
        if (job == null) {
            job = VideoJob.prepare(step, file, progress, build, engines);
        }
        if (machine == null) {
            machine = engines.machine(job, build, clock, this::timeLeft);
        }
        return state != null || takeUp();
    }

    private Next advance() throws IOException, InterruptedException {
        if (!settle()) {
            log.waitingForOther();
            checkDeadline();
            return new Next.Again(PAUSE_FOR_OTHER, false);
        }
        if (hasArrived()) {
            return done();
        }
        if (asked || state.phase() != Phase.WAITING) {
            checkDeadline();
        }
        // A job that ended while Jenkins was down is paid: it is asked for once, however late it is.
        asked = true;
        Advance advance = isWithoutJob() ? throughGate() : advanceOnce();
        log.tell(advance.events());
        log.heartbeat(state);
        if (advance.stop().isPresent()) {
            throw advance.stop().get();
        }
        if (state.phase() == Phase.UNKNOWN && progress.mayResubmit) {
            progress.mayResubmit = false;
            plan();
            return new Next.Again(Duration.ZERO, false);
        }
        if (state.failure().isPresent() && state.phase().isTerminal()) {
            throw state.failure().get().toException(state.jobId());
        }
        if (hasArrived()) {
            return done();
        }
        Duration left = timeLeft();
        Duration pause = advance.pause().compareTo(left) > 0 ? left : advance.pause();
        return new Next.Again(pause, state.phase() == Phase.DOWNLOADING);
    }

    private boolean isWithoutJob() {
        return state.phase() == Phase.PLANNED || state.phase() == Phase.SUBMITTING;
    }

    /** Submits, or looks for what was submitted, and no abort cuts it off. */
    private Advance throughGate() throws IOException, InterruptedException {
        if (!gate.enter()) {
            throw new InterruptedException("stopped before the submission");
        }
        try {
            boolean planned = state.phase() == Phase.PLANNED;
            Advance advance = advanceOnce();
            // At once: a restart in between would leave a record of a submission that never left.
            return planned ? advanceOnce() : advance;
        } finally {
            gate.leave();
        }
    }

    private Advance advanceOnce() throws IOException, InterruptedException {
        Advance advance = machine.advance(job.request(), state);
        if (!claim(advance)) {
            return new Advance(state, PAUSE_AFTER_LOST_CLAIM, List.of(), Optional.empty());
        }
        keep(advance.state());
        return advance;
    }

    /** Takes the job that a search found; false when another build took it since that looked. */
    private boolean claim(Advance advance) throws IOException, InterruptedException {
        for (RenderEvent event : advance.events()) {
            if (event instanceof RenderEvent.Resumed found
                    && !KnownJobs.claim(found.jobId(), build.run().getExternalizableId(), job.recordKey())) {
                return false;
            }
        }
        return true;
    }

    private boolean takeUp() throws IOException, InterruptedException {
        Run<?, ?> run = build.run();
        if (!LiveRenders.claim(run.getExternalizableId(), job.recordKey(), progress.owner)) {
            return false;
        }
        BuildJobs jobs = BuildJobs.of(run);
        Optional<JobRecord> found = jobs.find(job.recordKey());
        if (found.isEmpty()) {
            if (!step.isResubmit()) {
                job.refuseJobElsewhere(run, jobs);
            }
            plan();
            return true;
        }
        RenderState last = RenderState.fromJson(found.get().state());
        boolean own = progress.owner.equals(found.get().owner());
        if (!own) {
            progress.mayResubmit =
                    step.isResubmit() && (last.phase() == Phase.UNKNOWN || last.phase() == Phase.SUBMITTING);
        }
        if (last.phase() == Phase.FAILED && !own) {
            plan();
            return true;
        }
        keep(own ? last : States.forAnotherStep(last));
        if (state.jobId().isPresent()) {
            log.resumed(state.jobId().get());
        }
        return true;
    }

    private void plan() throws IOException, InterruptedException {
        RenderState planned = job.planned();
        record.reserve(job, planned);
        state = planned;
    }

    /** Makes a state the truth: on disk first, in the build's record and in its program. */
    private void keep(RenderState next) throws IOException, InterruptedException {
        boolean written = record.keep(job, state, next);
        state = next;
        if (written) {
            build.save();
        }
    }

    private boolean hasArrived() {
        return state.phase() == Phase.DONE || (file == null && state.phase() == Phase.DOWNLOADING);
    }

    private Next done() throws IOException, InterruptedException {
        return new Next.Done(new Delivery(step, job, state, build).finish());
    }

    /** A clip that is completed there is paid: to fetch it, there is as much time as there was for its job. */
    private long deadlineMillis() {
        Instant ready = isFetching() ? state.completedAt().orElse(Instant.EPOCH) : Instant.EPOCH;
        Duration timeout = Duration.ofMinutes(step.getTimeoutMinutes());
        return Math.max(progress.deadlineMillis, ready.plus(timeout).toEpochMilli());
    }

    private Duration timeLeft() {
        return Duration.ofMillis(Math.max(0, deadlineMillis() - clock.millis()));
    }

    private boolean isFetching() {
        return state != null && state.phase() == Phase.DOWNLOADING;
    }

    private void checkDeadline() throws AbortException {
        if (clock.millis() >= deadlineMillis()) {
            throw new AbortException(timedOut());
        }
    }

    private String timedOut() {
        int minutes = step.getTimeoutMinutes();
        String id = state == null ? null : state.jobId().orElse(null);
        if (id == null) {
            return Messages.VideoRender_TimedOutWithoutJob(minutes);
        }
        String url = job.endpoint().url();
        return isFetching()
                ? Messages.VideoRender_TimedOutFetching(id, minutes, url)
                : Messages.VideoRender_TimedOut(id, minutes, url);
    }
}
