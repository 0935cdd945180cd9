package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.shared.SharedJob;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.Said;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the engine's events into lines of the build's log; quiet, it tells job ids and troubles alone. */
final class RenderLog {
    private static final Duration HEARTBEAT = Duration.ofSeconds(60);
    private static final int NOTABLE_PERCENT = 10;

    private final BuildAccess build;
    private final boolean quiet;
    private final Clock clock;

    private Instant lastLine;
    private Said lastStatus = Said.NOTHING;
    private int lastPercent;
    private boolean toldOfOther;
    private boolean toldOfAgent;
    private String awaited;

    RenderLog(BuildAccess build, boolean quiet, Clock clock) {
        this.build = build;
        this.quiet = quiet;
        this.clock = clock;
        this.lastLine = clock.instant();
    }

    void tell(List<RenderEvent> events) throws IOException, InterruptedException {
        for (RenderEvent event : events) {
            tell(event);
        }
    }

    private void tell(RenderEvent event) throws IOException, InterruptedException {
        if (event instanceof RenderEvent.Submitted submitted) {
            print(Messages.RenderLog_Submitted(submitted.jobId()));
        } else if (event instanceof RenderEvent.Resumed resumed) {
            print(Messages.RenderLog_Resumed(resumed.jobId()));
        } else if (event instanceof RenderEvent.LookingUp lookUp) {
            print(Messages.RenderLog_LookingUp(lookUp.reason()));
        } else if (event instanceof RenderEvent.NotRecorded behind) {
            print(Messages.RenderLog_NotRecorded(behind.jobId().orElse("-"), behind.reason()));
        } else if (event instanceof RenderEvent.Warning warning) {
            print(warning.message());
        } else if (event instanceof RenderEvent.Retrying retrying) {
            print(Messages.RenderLog_Retrying(
                    retrying.operation(), retrying.reason(), retrying.pause().toSeconds()));
        } else if (event instanceof RenderEvent.Progressed progressed) {
            progressed(progressed);
        } else if (event instanceof RenderEvent.Downloading downloading && !quiet) {
            print(Messages.RenderLog_Completed(downloading.jobId()));
        }
    }

    private void progressed(RenderEvent.Progressed progress) throws IOException, InterruptedException {
        int percent = progress.percent().orElse(lastPercent);
        boolean notable = !progress.status().equals(lastStatus) || percent - lastPercent >= NOTABLE_PERCENT;
        if (notable && !quiet) {
            lastStatus = progress.status();
            lastPercent = percent;
            print(
                    progress.percent().isPresent()
                            ? Messages.RenderLog_ProgressPercent(progress.jobId(), progress.status(), percent)
                            : Messages.RenderLog_Progress(progress.jobId(), progress.status()));
        }
    }

    /** One line a minute at least, so that {@code timeout(activity: true)} sees life. */
    void heartbeat(RenderState state) throws IOException, InterruptedException {
        if (!quiet
                && !state.phase().isTerminal()
                && Duration.between(lastLine, clock.instant()).compareTo(HEARTBEAT) >= 0) {
            print(signOfLife(state));
        }
    }

    private static String signOfLife(RenderState state) {
        if (state.jobId().isEmpty()) {
            return state.phase() == Phase.PLANNED
                    ? Messages.RenderLog_StillSubmitting()
                    : Messages.RenderLog_StillLookingUp();
        }
        String job = state.jobId().get();
        return state.phase() == Phase.DOWNLOADING
                ? Messages.RenderLog_StillFetching(job)
                : Messages.RenderLog_StillWaiting(
                        job, state.statusWord().map(Said::toString).orElse("-"));
    }

    /** A job of this build, whose id the log has already. */
    void resumed(String jobId) throws IOException, InterruptedException {
        if (!quiet) {
            print(Messages.RenderLog_Resumed(jobId));
        }
    }

    void waitingForOther() throws IOException, InterruptedException {
        if (!toldOfOther) {
            toldOfOther = true;
            print(Messages.RenderLog_WaitingForOther());
        }
    }

    void waitingForBuild(SharedJob job) throws IOException, InterruptedException {
        String line = Messages.RenderLog_WaitingForBuild(worker(job), inBrackets(job));
        if (!line.equals(awaited)) {
            awaited = line;
            print(line);
        }
    }

    void stoppedWaiting(SharedJob job) throws IOException, InterruptedException {
        print(Messages.RenderLog_StoppedWaiting(worker(job), inBrackets(job)));
    }

    private static String worker(SharedJob job) {
        return job.worker().map(Messages::RenderLog_TheBuild).orElseGet(Messages::RenderLog_AnotherProcess);
    }

    private static String inBrackets(SharedJob job) {
        return job.state()
                .flatMap(RenderState::jobId)
                .map(id -> " (job " + id + ")")
                .orElse("");
    }

    /** A job of another build that is not gone on with. */
    void left(Optional<RenderState> job) throws IOException, InterruptedException {
        if (job.isPresent()) {
            print(
                    job.get().jobId().isPresent()
                            ? Messages.RenderLog_Left(
                                    job.get().jobId().get(),
                                    build.kind().fetches(job.get().jobId().get()))
                            : Messages.RenderLog_LeftUnknown(job.get()
                                    .submittedAt()
                                    .map(Instant::toString)
                                    .orElse("?")));
        }
    }

    /** @param cost what a new job would cost, where that is known */
    void planned(Entrance.Plan plan, VideoRequest request, Optional<String> cost)
            throws IOException, InterruptedException {
        Optional<String> times = request.clips() > 1 ? Optional.of("x " + request.clips()) : Optional.empty();
        String what = Stream.of(request.model(), request.seconds().map(length -> length + " s"), times, cost)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        print(
                switch (plan.status()) {
                    case "cached" -> Messages.RenderLog_PlanCached(plan.jobId().orElse("?"));
                    case "resume" ->
                        plan.jobId().map(Messages::RenderLog_PlanResume).orElseGet(Messages::RenderLog_PlanLookUp);
                    default -> Messages.RenderLog_PlanNew(what.isEmpty() ? "" : " (" + what + ")");
                });
    }

    void fromStore(String jobId) throws IOException, InterruptedException {
        print(Messages.RenderLog_FromStore(jobId));
    }

    /** @param endpoint what others talk to; not known before the step knows its own, when it waits for all the others */
    void waitingForTurn(Optional<String> endpoint) throws IOException, InterruptedException {
        print(endpoint.map(Messages::RenderLog_WaitingForTurn).orElseGet(Messages::RenderLog_WaitingForAnyTurn));
    }

    void agentAway() throws IOException, InterruptedException {
        if (!toldOfAgent) {
            toldOfAgent = true;
            print(Messages.RenderLog_AgentAway());
        }
    }

    void cancelled(String jobId, CancelOutcome outcome) throws IOException, InterruptedException {
        print(
                switch (outcome) {
                    case CANCELLED -> Messages.RenderLog_Cancelled(jobId);
                    case NOT_POSSIBLE ->
                        Messages.RenderLog_CancelNotPossible(jobId, build.kind().fetches(jobId));
                    case FAILED ->
                        Messages.RenderLog_CancelFailed(jobId, build.kind().fetches(jobId));
                });
    }

    /**
     * What becomes of a job that nobody asked to cancel; nothing if it ended before.
     *
     * @param isWaitedFor whether another build goes on with it
     */
    void abandoned(RenderState state, boolean isWaitedFor) throws IOException, InterruptedException {
        String endpoint = state.endpoint();
        if (state.jobId().isEmpty()) {
            if (state.phase() == Phase.SUBMITTING || state.phase() == Phase.UNKNOWN) {
                print(Messages.RenderLog_AbandonedUnknown(endpoint));
            } else if (state.phase() == Phase.PLANNED) {
                nothingSubmitted();
            }
        } else if (state.isInFlight() && isWaitedFor) {
            print(Messages.RenderLog_AbandonedToOthers(state.jobId().get()));
        } else if (state.phase() == Phase.WAITING) {
            print(Messages.RenderLog_AbandonedRunning(
                    state.jobId().get(),
                    endpoint,
                    build.kind().fetches(state.jobId().get())));
        } else if (state.phase() == Phase.DOWNLOADING) {
            print(Messages.RenderLog_AbandonedCompleted(
                    state.jobId().get(),
                    endpoint,
                    build.kind().fetches(state.jobId().get())));
        }
    }

    void nothingSubmitted() throws IOException, InterruptedException {
        print(Messages.RenderLog_AbandonedNothing());
    }

    void abortedWhileSubmitting() throws IOException, InterruptedException {
        print(Messages.RenderLog_AbortedWhileSubmitting());
    }

    private void print(String line) throws IOException, InterruptedException {
        lastLine = clock.instant();
        build.listener().getLogger().println(line);
    }
}
