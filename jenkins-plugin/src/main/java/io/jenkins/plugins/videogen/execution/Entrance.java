package io.jenkins.plugins.videogen.execution;

import hudson.model.Run;
import io.jenkins.plugins.videogen.shared.SharedJob;
import io.videogen.core.ErrorKind;
import io.videogen.core.batch.PreviewMark;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.StoredClip;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds the way of a step to its clip: what the build has already, what the builds of this Jenkins share, or a job that is
 * new. Of several builds that come at once one works on the job, and the others wait for it.
 */
final class Entrance {
    private final Parameters step;
    private final VideoJob job;
    private final Run<?, ?> run;
    private final String owner;
    private Optional<SharedJob> shared;
    private boolean waited;

    /** @param owner the render that asks */
    Entrance(Parameters step, VideoJob job, Run<?, ?> run, String owner) {
        this.step = step;
        this.job = job;
        this.run = run;
        this.owner = owner;
        this.shared = job.jobs()
                .map(jobs -> jobs.job(job.key(), owner, run.getParent().getFullName() + " #" + run.getNumber()));
    }

    /** How a step goes on. */
    sealed interface Way {
        /** Another step of this build works on it. */
        record WaitForStep() implements Way {}

        /** Another build works on it. */
        record WaitForBuild(SharedJob job) implements Way {}

        /** The clip is there. */
        record Take(StoredClip clip) implements Way {}

        /**
         * A job that there is.
         *
         * @param found as it was recorded
         * @param same whether this very render recorded it so, before a restart
         */
        record Resume(RenderState found, boolean same) implements Way {}

        /**
         * A job that there is not yet.
         *
         * @param left one of another build that is not gone on with, since this step buys anew
         */
        record Begin(Optional<RenderState> left) implements Way {}
    }

    /** This render's part in the job that builds share; nothing where its job is its own affair. */
    Optional<SharedJob> shared() {
        return shared;
    }

    /** Whether another build was at work when this one came. */
    boolean hasWaited() {
        return waited;
    }

    /** Whether other builds wait for this one's job. */
    boolean isWaitedFor() {
        return shared.filter(SharedJob::isWaitedFor).isPresent();
    }

    /** @throws io.videogen.core.VideogenException if there is nothing to wait for, and nothing may be bought */
    Way find() throws IOException, InterruptedException {
        if (!LiveRenders.claim(run.getExternalizableId(), job.recordKey(), owner)) {
            return new Way.WaitForStep();
        }
        BuildJobs jobs = BuildJobs.of(run);
        Optional<JobRecord> record = jobs.find(job.recordKey());
        Optional<RenderState> last = record.map(found -> RenderState.fromJson(found.state()));
        Optional<RenderState> own = last.filter(Entrance::isPaid).or(this::named);
        Optional<Way> kept = kept(own);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (last.filter(Entrance::isRefusedForGood).isPresent()) {
            throw last.get().failure().orElseThrow().toException(last.get().jobId());
        }
        if (last.isEmpty() && own.isEmpty() && !step.isResubmit()) {
            job.refuseJobElsewhere(run, jobs);
        }
        boolean same = record.filter(found -> found.owner().equals(owner)).isPresent();
        return shared.isPresent() ? together(shared.get(), own, same) : alone(own, same);
    }

    /** The job that the step names: nothing else is taken, and nothing is bought. */
    private Optional<RenderState> named() {
        return Optional.ofNullable(step.getJobId()).map(id -> job.planned().withJob(id));
    }

    /** What {@link #find} would find, with nothing taken and nobody waited for. */
    Plan plan() {
        Optional<RenderState> own = BuildJobs.of(run)
                .find(job.recordKey())
                .map(found -> RenderState.fromJson(found.state()))
                .filter(Entrance::isPaid)
                .or(this::named);
        Optional<StoredClip> clip = clip(own);
        if (clip.isPresent()) {
            return new Plan("cached", clip.get().facts().jobId());
        }
        Optional<RenderState> recorded = step.isRefresh()
                ? Optional.empty()
                : shared.flatMap(SharedJob::state).filter(Entrance::isPaid).filter(state -> !isDrawnAndGone(state));
        return own.or(() -> recorded)
                .map(state -> new Plan("resume", state.jobId()))
                .orElseGet(() -> new Plan("new", Optional.empty()));
    }

    /**
     * What a step would do.
     *
     * @param status {@code cached}, {@code resume} or {@code new}
     */
    record Plan(String status, Optional<String> jobId) {}

    /** The clip that another build has paid for, or, once this one has a job, that job's alone. */
    private Optional<StoredClip> clip(Optional<RenderState> own) {
        if (job.videos().isEmpty()) {
            return Optional.empty();
        }
        if (own.isPresent()) {
            return job.videos().get().keptOf(job.key(), own.get().jobId());
        }
        return step.isRefresh() ? Optional.empty() : job.videos().get().clip(job.key());
    }

    private Optional<Way> kept(Optional<RenderState> own) {
        Optional<StoredClip> clip = clip(own);
        clip.ifPresent(this::forgetJobOf);
        return clip.map(Way.Take::new);
    }

    /** What is kept needs no record any more, but for those who wait: the clip may be gone when they look. */
    private void forgetJobOf(StoredClip clip) {
        if (shared.isPresent() && shared.get().take()) {
            boolean recorded =
                    shared.get().state().filter(state -> isJobOf(state, clip)).isPresent();
            if (recorded && !shared.get().isWaitedFor()) {
                shared.get().forget();
            }
        }
    }

    private static boolean isJobOf(RenderState state, StoredClip clip) {
        return state.jobId().isPresent() && state.jobId().equals(clip.facts().jobId());
    }

    private Way together(SharedJob there, Optional<RenderState> own, boolean same)
            throws IOException, InterruptedException {
        reportEnding(there);
        boolean another = own.isPresent()
                ? there.state().filter(state -> !isOneJob(own.get(), state)).isPresent()
                : step.isRefresh();
        boolean taken = another ? there.take() : there.takeOrWait();
        if (!taken && another) {
            return alone(own, same);
        }
        if (!taken) {
            waited = true;
            return new Way.WaitForBuild(there);
        }
        // Another build may have ended since this one looked: with a failure, or with a clip, and its record is gone.
        reportEnding(there);
        Optional<Way> kept = kept(own);
        if (kept.isPresent()) {
            return kept.get();
        }
        Optional<RenderState> recorded = there.state().filter(Entrance::isPaid).filter(state -> !isDrawnAndGone(state));
        if (own.isEmpty()) {
            return recorded.isEmpty() || step.isRefresh()
                    ? new Way.Begin(recorded)
                    : new Way.Resume(recorded.get(), false);
        }
        if (recorded.isEmpty()) {
            return new Way.Resume(own.get(), same);
        }
        if (!isOneJob(own.get(), recorded.get())) {
            return alone(own, same);
        }
        boolean theirs = recorded.get().jobId().isPresent()
                && (own.get().jobId().isEmpty() || own.get().submission().isEmpty());
        return new Way.Resume(theirs ? recorded.get() : own.get(), same && !theirs);
    }

    /** A job that only this build follows: where nothing is shared, or another job of the same request is. */
    private Way alone(Optional<RenderState> own, boolean same) {
        shared.ifPresent(SharedJob::close);
        shared = Optional.empty();
        return own.<Way>map(state -> new Way.Resume(state, same)).orElseGet(() -> new Way.Begin(Optional.empty()));
    }

    /** What this build has waited for failed; it would fail again, or be bought by each of those who wait. */
    private void reportEnding(SharedJob there) throws IOException, InterruptedException {
        Optional<RenderState> ending = there.ending();
        boolean mayBuy = ending.filter(state -> state.phase() == Phase.UNKNOWN).isPresent() && step.isResubmit();
        if (ending.isPresent() && !mayBuy) {
            RenderState state = ending.get();
            BuildJobs.of(run).put(job.recordKey(), new JobRecord(job.endpoint().url(), state, owner), false);
            throw state.failure().orElseThrow().toException(state.jobId());
        }
    }

    /** Drawn by a preview server that is gone: nobody has paid for it. */
    private static boolean isDrawnAndGone(RenderState state) {
        return state.phase() == Phase.UNKNOWN && PreviewMark.isOn(state.jobId());
    }

    private static boolean isOneJob(RenderState one, RenderState other) {
        return one.submission().isPresent() && one.submission().equals(other.submission())
                || one.jobId().isPresent() && one.jobId().equals(other.jobId());
    }

    /** Whether money may have been spent that there is no clip for yet. */
    private static boolean isPaid(RenderState state) {
        return state.isInFlight() || state.phase() == Phase.DONE;
    }

    /** The same words would be refused again; some APIs take money for each refusal. */
    private static boolean isRefusedForGood(RenderState last) {
        return last.phase() == Phase.FAILED
                && last.failure()
                        .filter(failure -> failure.kind() == ErrorKind.MODERATED)
                        .isPresent();
    }
}
