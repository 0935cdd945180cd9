package io.jenkins.plugins.videogen.execution;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.shared.SharedVideos;
import io.jenkins.plugins.videogen.workspace.DownloadVia;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.ErrorKind;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.engine.Deadline;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.Render;
import io.videogen.core.engine.RenderHost;
import io.videogen.core.engine.RenderState;
import io.videogen.core.engine.RenderStep;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.store.StoredClip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hosts {@code core}'s render of one video in a build, whatever drives it: a pipeline step or a build step. Sees to what
 * only Jenkins knows: jobs that the build has already, agents that go away, aborts.
 *
 * <p>The build's record, not this object, knows whether the build has a job already.
 */
final class VideoRender {
    private static final Logger LOGGER = Logger.getLogger(VideoRender.class.getName());
    private static final Duration PAUSE_FOR_OTHER = Duration.ofSeconds(2);
    private static final Duration PAUSE_FOR_AGENT = Duration.ofSeconds(5);
    private static final Duration LONGEST_ABSENCE_OF_AGENT = Duration.ofMinutes(5);

    private final GenerateVideoStep step;
    private final String file;
    private final RenderProgress progress;
    private final BuildAccess build;
    private final Engines engines;
    private final Clock clock;
    private final SubmissionGate gate;
    private final Deadline deadline;
    private final RenderLog log;
    private final List<RenderEvent> news = new ArrayList<>();

    private volatile VideoJob job;
    private Optional<SharedVideos> shared = Optional.empty();
    private boolean resumed;
    private Render render;
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
        this.deadline = new Deadline(
                clock, Instant.ofEpochMilli(progress.deadlineMillis), Duration.ofMinutes(step.getTimeoutMinutes()));
        this.log = new RenderLog(build, step.isQuiet(), clock);
    }

    /** Does the next thing: at most one remote operation. */
    synchronized Next step() throws IOException, InterruptedException {
        try {
            Next next = advance();
            awaySince = null;
            return next;
        } catch (UncheckedIOException e) {
            throw e.getCause();
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
        boolean known = render != null || (progress.state != null && settle());
        if (!known) {
            if (progress.state == null) {
                log.nothingSubmitted();
            }
            return;
        }
        if (cancel && isWaiting()) {
            askOnce();
        }
        if (cancel && isWaiting()) {
            String id = render.state().jobId().orElseThrow();
            CancelOutcome outcome = render.cancel();
            log.cancelled(id, outcome);
        } else {
            log.abandoned(render.state());
        }
        if (job.clips() != null && render.state().phase() == Phase.DOWNLOADING) {
            discardParts();
        }
    }

    private boolean isWaiting() {
        return render.state().phase() == Phase.WAITING;
    }

    /** A job that was completed while Jenkins was down must not be taken for one to cancel: some APIs would delete it. */
    private void askOnce() throws InterruptedException {
        if (asked) {
            return;
        }
        try {
            render.step();
        } catch (RuntimeException e) {
            LOGGER.log(Level.FINE, "the job of an aborted build could not be asked for", e);
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
        return render != null || takeUp();
    }

    /** Whom its next step talks to: nobody far away yet, or the endpoint. */
    String lane() {
        VideoJob known = job;
        return known == null ? "build " + progress.owner : known.origin();
    }

    /** Says why nothing seems to happen; any thread. */
    void tellOfLongWait() {
        try {
            log.waitingForTurn(lane());
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "the build's log is gone", e);
        }
    }

    private Next advance() throws IOException, InterruptedException {
        if (job == null) {
            job = VideoJob.prepare(step, file, progress, build, engines);
            // What follows may wait for the endpoint, and does so in its lane.
            shared = engines.shared(job);
            return new Next.Again(Duration.ZERO, false);
        }
        Optional<StoredClip> kept = render == null ? alreadyKept() : Optional.empty();
        if (kept.isPresent()) {
            StoredClip clip = kept.get();
            log.fromStore(clip.facts().jobId().orElse("?"));
            return delivered(clip, Sharing.stateOf(clip, job), "cache");
        }
        if (!settle()) {
            log.waitingForOther();
            if (deadline.isOver()) {
                throw new AbortException(timedOut());
            }
            return new Next.Again(PAUSE_FOR_OTHER, false);
        }
        RenderStep next = render.step();
        asked = true;
        RenderState state = render.state();
        progress.state = state.toJson();
        log.tell(news);
        news.clear();
        log.heartbeat(state);
        if (next instanceof RenderStep.Again again) {
            return new Next.Again(again.pause(), state.phase() == Phase.DOWNLOADING);
        }
        if (next instanceof RenderStep.Arrived) {
            return arrived(state);
        }
        if (next instanceof RenderStep.Failed failed) {
            if (state.phase() == Phase.UNKNOWN && progress.mayResubmit) {
                progress.mayResubmit = false;
                begin(job.planned());
                return new Next.Again(Duration.ZERO, false);
            }
            throw failed.error();
        }
        if (next instanceof RenderStep.TimedOut) {
            throw new AbortException(timedOut());
        }
        throw new InterruptedException("stopped before the submission");
    }

    /** The clip that another build has paid for, unless this one has a job of its own. */
    private Optional<StoredClip> alreadyKept() throws IOException, InterruptedException {
        boolean own = BuildJobs.of(build.run()).find(job.recordKey()).isPresent();
        return own || step.isRefresh() ? Optional.empty() : shared.flatMap(videos -> videos.clip(job.key()));
    }

    private Next arrived(RenderState state) throws IOException, InterruptedException {
        String source = resumed ? "resumed" : "rendered";
        if (!isShared()) {
            return new Next.Done(new Delivery(step, job, state, build, source).finish());
        }
        SharedVideos videos = shared.orElseThrow();
        if (!videos.isHere(state)) {
            render.fetchAgain();
            return new Next.Again(Duration.ZERO, true);
        }
        Optional<StoredClip> clip = videos.keep(state, Sharing.factsOf(state, job));
        return clip.isPresent() ? delivered(clip.get(), state, source) : new Next.Again(PAUSE_FOR_OTHER, false);
    }

    private Next delivered(StoredClip clip, RenderState state, String source) throws IOException, InterruptedException {
        if (job.clips() != null) {
            engines.deliver(job, clip, build);
        }
        return new Next.Done(new Delivery(step, job, state, build, source).finish());
    }

    /** Whether clips come through the store: not where an agent alone may fetch them. */
    private boolean isShared() {
        return shared.isPresent() && job.clips() != null && job.via() != DownloadVia.AGENT;
    }

    private boolean takeUp() throws IOException, InterruptedException {
        Run<?, ?> run = build.run();
        if (!LiveRenders.claim(run.getExternalizableId(), job.recordKey(), progress.owner)) {
            return false;
        }
        BuildJobs jobs = BuildJobs.of(run);
        Optional<JobRecord> found = jobs.find(job.recordKey());
        if (found.isEmpty() && !step.isResubmit()) {
            job.refuseJobElsewhere(run, jobs);
        }
        RenderState last = found.isPresent() ? RenderState.fromJson(found.get().state()) : job.planned();
        boolean own = found.isPresent() && progress.owner.equals(found.get().owner());
        // Of this step too: it was found on disk, so a restart lies between it and now.
        boolean lost = last.phase() == Phase.UNKNOWN || last.phase() == Phase.SUBMITTING;
        progress.mayResubmit = step.isResubmit() && lost;
        if (own) {
            begin(last);
        } else if (isRefusedForGood(last)) {
            throw last.failure().orElseThrow().toException(last.jobId());
        } else if (last.phase() == Phase.PLANNED || last.phase() == Phase.FAILED) {
            begin(job.planned());
        } else {
            begin(forAnotherStep(last));
            new RenderRecord(build, progress, job).write(last, render.state(), true);
        }
        if (render.state().jobId().isPresent()) {
            resumed = true;
            log.resumed(render.state().jobId().get());
        }
        return true;
    }

    /** The same words would be refused again; some APIs take money for each refusal. */
    private static boolean isRefusedForGood(RenderState last) {
        return last.phase() == Phase.FAILED
                && last.failure()
                        .filter(failure -> failure.kind() == ErrorKind.MODERATED)
                        .isPresent();
    }

    /** What another step of the build found, for a step with a file of its own: the clip is fetched once more. */
    private static RenderState forAnotherStep(RenderState found) {
        RenderState open = found.reopened();
        return open.phase() == Phase.DONE || open.phase() == Phase.DOWNLOADING ? open.toBeFetchedAgain() : open;
    }

    private void begin(RenderState state) throws IOException, InterruptedException {
        RenderHost host = new RenderHost(
                new RenderRecord(build, progress, job),
                KnownJobs.of(build.run(), job.recordKey()),
                file == null ? Optional.empty() : Optional.of(sink()),
                news::add);
        render = new Render(engines.engine(job, clock), host, gate, deadline, job.request(), state);
    }

    private ArtifactSink sink() throws IOException, InterruptedException {
        return isShared()
                ? engines.sharedSink(
                        job, shared.orElseThrow(), () -> render.state().jobId(), clock)
                : engines.sink(job, build, clock);
    }

    private String timedOut() {
        int minutes = step.getTimeoutMinutes();
        String id = render == null ? null : render.state().jobId().orElse(null);
        if (id == null) {
            return Messages.VideoRender_TimedOutWithoutJob(minutes);
        }
        String url = job.endpoint().url();
        return render.state().phase() == Phase.DOWNLOADING
                ? Messages.VideoRender_TimedOutFetching(id, minutes, url)
                : Messages.VideoRender_TimedOut(id, minutes, url);
    }
}
