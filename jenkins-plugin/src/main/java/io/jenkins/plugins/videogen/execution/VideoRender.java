package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.page.RunningVideos;
import io.jenkins.plugins.videogen.retry.GenerateVideoFailure;
import io.jenkins.plugins.videogen.shared.SharedJob;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.batch.Money;
import io.videogen.core.engine.Deadline;
import io.videogen.core.engine.JobOwners;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.Render;
import io.videogen.core.engine.RenderHost;
import io.videogen.core.engine.RenderState;
import io.videogen.core.engine.RenderStep;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.store.StoredClip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final Parameters step;
    private final String file;
    private final RenderProgress progress;
    private final BuildAccess build;
    private final Surroundings surroundings;
    private final Clock clock;
    private final SubmissionGate gate;
    private final Deadline deadline;
    private final RenderLog log;
    private final List<RenderEvent> news = new ArrayList<>();
    private final Hold hold = new Hold(this::letGo);

    // Read by who closes it, in whatever thread.
    private volatile VideoJob job;
    private volatile Entrance entrance;
    private volatile Arrival arrival;

    private boolean resumed;
    private Render render;
    private Instant awaySince;
    private boolean asked;

    /**
     * @param file path in the workspace, or {@code null} for no download
     * @param gate asked before each submission
     */
    VideoRender(
            Parameters step,
            String file,
            RenderProgress progress,
            BuildAccess build,
            Surroundings surroundings,
            Clock clock,
            SubmissionGate gate) {
        this.step = step;
        this.file = file;
        this.progress = progress;
        this.build = build;
        this.surroundings = surroundings;
        this.clock = clock;
        this.gate = gate;
        this.deadline = new Deadline(
                clock, Instant.ofEpochMilli(progress.deadlineMillis), Duration.ofMinutes(step.getTimeoutMinutes()));
        this.log = new RenderLog(build, step.isQuiet(), clock);
    }

    /** Does the next thing: at most one remote operation. */
    synchronized Next step() throws IOException, InterruptedException {
        hold.begin();
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
        } finally {
            hold.end();
        }
    }

    /**
     * Ends the work on the job of a build that was aborted, and tells what becomes of it.
     *
     * @param cancel whether to ask the API to cancel a job that is still waited for, and by no other build; a completed one
     *     is paid, and is kept
     */
    synchronized void abandon(boolean cancel) throws IOException, InterruptedException {
        hold.begin();
        try {
            // After a restart the job is known to the build, and not to this object yet.
            if (render == null && progress.state != null) {
                settle();
            }
            if (render != null) {
                new Abort(render, job, entrance, surroundings.workspaces(), build, log).settle(cancel, asked);
            } else {
                tellOfNothingDone();
            }
        } finally {
            hold.end();
        }
    }

    private void tellOfNothingDone() throws IOException, InterruptedException {
        Optional<SharedJob> awaited = entrance == null || !entrance.hasWaited() ? Optional.empty() : entrance.shared();
        if (awaited.isPresent()) {
            log.stoppedWaiting(awaited.get());
        } else if (progress.state == null) {
            log.nothingSubmitted();
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
        hold.close();
        LiveRenders.release(progress.owner);
        RunningVideos.end(progress.owner);
    }

    /** Others may work on the job, and fetch its clips. */
    private void letGo() {
        if (entrance != null) {
            entrance.shared().ifPresent(SharedJob::close);
        }
        if (arrival != null) {
            arrival.close();
        }
    }

    /** Finds out what to make, and what there is of it, and goes on with a job. */
    private void settle() throws IOException, InterruptedException {
        if (job == null) {
            prepare();
        }
        if (entrance.find() instanceof Entrance.Way.Resume found) {
            resume(found);
        }
    }

    private void prepare() throws IOException, InterruptedException {
        VideoJob prepared = VideoJob.prepare(step, file, progress, build, surroundings);
        entrance = new Entrance(step, prepared, build.run(), progress.owner);
        arrival = new Arrival(step, prepared, entrance, surroundings.workspaces(), build, clock, () -> render.state()
                .jobId());
        job = prepared;
    }

    /** Whom its next step talks to: nobody far away yet, or the endpoint. */
    String lane() {
        VideoJob known = job;
        return known == null ? "build " + progress.owner : known.origin();
    }

    /** Says why nothing seems to happen; any thread. */
    void tellOfLongWait() {
        try {
            log.waitingForTurn(Optional.ofNullable(job).map(VideoJob::origin));
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "the build's log is gone", e);
        }
    }

    private Next advance() throws IOException, InterruptedException {
        if (job == null) {
            prepare();
            // What follows may wait for the endpoint, and does so in its lane.
            return new Next.Again(Duration.ZERO, false);
        }
        if (step.isPlan()) {
            return new Next.Done(plan());
        }
        if (render == null) {
            Optional<Next> elsewhere = enter();
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
        }
        RenderStep next = render.step();
        asked = true;
        RenderState state = render.state();
        progress.state = state.toJson();
        show(state);
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
                resumed = false;
                begin(job.planned());
                return new Next.Again(Duration.ZERO, false);
            }
            entrance.shared().ifPresent(there -> there.hasFailed(state));
            throw failed.error();
        }
        if (next instanceof RenderStep.TimedOut over) {
            throw over.trouble()
                    .filter(RenderEvent.Retrying::busy)
                    .map(this::tookNoJob)
                    .orElseGet(this::timedOut);
        }
        throw new InterruptedException("stopped before the submission");
    }

    private void show(RenderState state) throws IOException, InterruptedException {
        RunningVideos.tell(build.run(), progress.owner, RenderStatus.shown(job, state));
    }

    /** JDK types alone, as in {@link StepResult}. */
    private Map<String, Object> plan() throws IOException, InterruptedException {
        Entrance.Plan plan = entrance.plan();
        Optional<String> cost =
                surroundings.settings().purse().price(job.request()).map(Money::toString);
        log.planned(plan, job.request(), cost);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("status", plan.status());
        result.put("id", plan.jobId().orElse(null));
        result.put("model", job.request().model().orElse(null));
        result.put("seconds", job.request().seconds().orElse(null));
        result.put("size", job.request().size().orElse(null));
        result.put("cost", plan.status().equals("new") ? cost.orElse(null) : null);
        return result;
    }

    /** Begins to work on a job, or tells what there is to do instead. */
    private Optional<Next> enter() throws IOException, InterruptedException {
        Entrance.Way way = entrance.find();
        if (way instanceof Entrance.Way.Take kept) {
            return Optional.of(take(kept.clip()));
        }
        if (way instanceof Entrance.Way.WaitForStep) {
            log.waitingForOther();
            return Optional.of(waitForOther());
        }
        if (way instanceof Entrance.Way.WaitForBuild other) {
            log.waitingForBuild(other.job());
            show(other.job().state().orElseGet(job::planned));
            return Optional.of(waitForOther());
        }
        if (way instanceof Entrance.Way.Resume found) {
            resume(found);
        } else {
            log.left(((Entrance.Way.Begin) way).left());
            begin(job.planned());
        }
        return Optional.empty();
    }

    private Next waitForOther() throws GenerateVideoFailure {
        if (deadline.isOver()) {
            throw timedOut();
        }
        return new Next.Again(PAUSE_FOR_OTHER, false);
    }

    /** The build has the clip from now on, at a place that is no other's. */
    private Next take(StoredClip clip) throws IOException, InterruptedException {
        RenderState state = job.finishedAs(clip);
        BuildJobs jobs = BuildJobs.of(build.run());
        boolean own = jobs.find(job.recordKey())
                .filter(record -> Objects.equals(record.jobId(), state.jobId().orElse(null)))
                .isPresent();
        if (!own) {
            jobs.put(job.recordKey(), new JobRecord(job.endpoint().url(), state, progress.owner), false);
        }
        log.fromStore(clip.facts().jobId().orElse("?"));
        return arrival.ofStored(clip, state, own || entrance.hasWaited() ? "resumed" : "cache");
    }

    private Next arrived(RenderState state) throws IOException, InterruptedException {
        if (arrival.isMissing(state)) {
            render.fetchAgain();
            return new Next.Again(Duration.ZERO, true);
        }
        Optional<Next.Done> done = arrival.of(state, resumed ? "resumed" : "rendered");
        if (done.isEmpty()) {
            return new Next.Again(PAUSE_FOR_OTHER, false);
        }
        if (file != null && !entrance.isWaitedFor()) {
            entrance.shared().ifPresent(SharedJob::forget);
        }
        return done.get();
    }

    private void resume(Entrance.Way.Resume way) throws IOException, InterruptedException {
        RenderState last = way.found();
        // Of this step too: it was found on disk, so a restart lies between it and now.
        boolean lost = last.phase() == Phase.UNKNOWN || last.phase() == Phase.SUBMITTING;
        progress.mayResubmit = step.isResubmit() && lost;
        begin(way.same() ? last : forAnotherStep(last));
        if (!way.same()) {
            record().write(last, render.state(), true);
        }
        resumed = true;
        if (render.state().jobId().isPresent()) {
            log.resumed(render.state().jobId().get());
        }
    }

    /** What another step found, for a step with a file of its own: the clip is fetched once more. */
    private static RenderState forAnotherStep(RenderState found) {
        RenderState open = found.reopened();
        return open.phase() == Phase.DONE || open.phase() == Phase.DOWNLOADING ? open.toBeFetchedAgain() : open;
    }

    private void begin(RenderState state) throws IOException, InterruptedException {
        RenderHost host = new RenderHost(record(), owners(), arrival.sink(), news::add);
        render = new Render(job.account().engine(clock), host, gate, deadline, job.request(), state);
    }

    private JobOwners owners() throws IOException, InterruptedException {
        Optional<SharedJob> shared = entrance.shared();
        return shared.isPresent()
                ? new BuildJobOwners(shared.get().place(), job.recordKey(), job::isRecorded)
                : BuildJobOwners.of(build.run(), job.recordKey());
    }

    private RenderRecord record() {
        return new RenderRecord(build, progress, job, entrance.shared(), surroundings.settings()::purse);
    }

    private GenerateVideoFailure tookNoJob(RenderEvent.Retrying trouble) {
        return new GenerateVideoFailure(
                GenerateVideoFailure.Reason.RATE_LIMITED,
                Messages.VideoRender_TookNoJob(job.endpoint().url(), step.getTimeoutMinutes(), trouble.reason()));
    }

    private GenerateVideoFailure timedOut() {
        return new GenerateVideoFailure(GenerateVideoFailure.Reason.TIMED_OUT, howItTimedOut());
    }

    private String howItTimedOut() {
        int minutes = step.getTimeoutMinutes();
        String id = render == null
                ? entrance.shared()
                        .flatMap(SharedJob::state)
                        .flatMap(RenderState::jobId)
                        .orElse(null)
                : render.state().jobId().orElse(null);
        if (id == null) {
            return Messages.VideoRender_TimedOutWithoutJob(minutes);
        }
        String url = job.endpoint().url();
        String how = build.kind().comesBackTo(id, entrance.shared().isPresent());
        return render != null && render.state().phase() == Phase.DOWNLOADING
                ? Messages.VideoRender_TimedOutFetching(id, minutes, url, how)
                : Messages.VideoRender_TimedOut(id, minutes, url, how);
    }
}
