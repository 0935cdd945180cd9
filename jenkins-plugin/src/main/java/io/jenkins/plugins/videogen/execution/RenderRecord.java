package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.shared.SharedJob;
import io.jenkins.plugins.videogen.spending.Purse;
import io.videogen.core.batch.Money;
import io.videogen.core.engine.Journal;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where one render is written down: among the jobs that builds share, in the build's record of jobs, both on disk, and then
 * in the build's program.
 */
final class RenderRecord implements Journal {
    private final BuildAccess build;
    private final RenderProgress progress;
    private final VideoJob job;
    private final Optional<SharedJob> shared;
    private final Supplier<Purse> purses;
    private Purse purse;

    /**
     * @param shared the render's part in the job that builds share, where they share any
     * @param purses gives what is bought from, as it is configured
     */
    RenderRecord(
            BuildAccess build,
            RenderProgress progress,
            VideoJob job,
            Optional<SharedJob> shared,
            Supplier<Purse> purses) {
        this.build = build;
        this.progress = progress;
        this.job = job;
        this.shared = shared;
        this.purses = purses;
    }

    /** Counts a submission before it leaves, and refuses what the build has no leave to buy. */
    @Override
    public void write(RenderState before, RenderState after, boolean durable) throws InterruptedException {
        try {
            if (before.phase() == Phase.PLANNED) {
                arm(before, after, durable);
            } else {
                follow(before, after, durable);
            }
            progress.state = after.toJson();
            build.save();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arm(RenderState before, RenderState after, boolean durable) throws IOException, InterruptedException {
        BuildJobs jobs = BuildJobs.of(build.run());
        purse = purses.get();
        purse.take(buyer(), job.request());
        try {
            jobs.reserve(job.recordKey(), priced(record(after)), job.endpoint().maxNewJobs());
        } catch (IOException | RuntimeException e) {
            giveBack(after);
            throw e;
        }
        try {
            shared.ifPresent(there -> there.write(before, after, durable));
        } catch (RuntimeException e) {
            giveBack(after);
            jobs.put(job.recordKey(), record(before), true);
            throw e;
        }
    }

    private JobRecord priced(JobRecord record) {
        BigDecimal clips = BigDecimal.valueOf(job.request().clips());
        return record.costing(
                job.request()
                        .countedSeconds()
                        .map(length ->
                                length.multiply(clips).stripTrailingZeros().toPlainString())
                        .orElse(null),
                purse.price(job.request()).map(Money::toString).orElse(null));
    }

    private void giveBack(RenderState submitted) throws IOException, InterruptedException {
        if (purse != null) {
            purse.giveBack(buyer(), job.request(), submitted.submittedAt().orElseThrow());
        }
    }

    private String buyer() throws IOException, InterruptedException {
        return build.run().getParent().getFullName();
    }

    /** One of the two records is enough to go on from. */
    private void follow(RenderState before, RenderState after, boolean durable)
            throws IOException, InterruptedException {
        if (before.phase() == Phase.SUBMITTING && isUnspent(after)) {
            giveBack(before);
        }
        try {
            shared.ifPresent(there -> there.write(before, after, durable));
        } finally {
            BuildJobs.of(build.run()).put(job.recordKey(), record(after), isUnspent(after));
        }
    }

    private JobRecord record(RenderState state) {
        return new JobRecord(job.endpoint().url(), state, progress.owner);
    }

    /** Whether the submission was refused, or has provably not arrived. */
    private static boolean isUnspent(RenderState state) {
        return state.phase() == Phase.PLANNED
                || (state.phase() == Phase.FAILED && state.jobId().isEmpty());
    }
}
