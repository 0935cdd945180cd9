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
                save(after);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arm(RenderState before, RenderState after, boolean durable) throws IOException, InterruptedException {
        BuildJobs jobs = BuildJobs.of(build.run());
        purse = purses.get();
        purse.take(buyer(), job.request());
        boolean reserved = false;
        try {
            jobs.reserve(job.recordKey(), priced(record(after)), job.endpoint().maxNewJobs());
            reserved = true;
            shared.ifPresent(there -> there.write(before, after, durable));
            save(after);
        } catch (IOException | InterruptedException | RuntimeException e) {
            trying(() -> giveBack(after), e);
            if (reserved) {
                trying(() -> jobs.takeBack(job.recordKey(), record(before)), e);
                trying(() -> shared.ifPresent(there -> there.write(after, before, durable)), e);
                progress.state = before.toJson();
            }
            throw e;
        }
    }

    private void save(RenderState state) throws IOException, InterruptedException {
        progress.state = state.toJson();
        build.save();
    }

    /** One that can not be told must not keep the others from it. */
    private static void trying(GroupedWrites.Write write, Exception why) {
        try {
            write.run();
        } catch (IOException | RuntimeException e) {
            why.addSuppressed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        try {
            shared.ifPresent(there -> there.write(before, after, durable));
        } finally {
            try {
                BuildJobs.of(build.run()).put(job.recordKey(), record(after), isUnspent(after));
            } finally {
                // Last: that the money is there again is not worth what became of the submission.
                if (before.phase() == Phase.SUBMITTING && isUnspent(after)) {
                    giveBack(before);
                }
            }
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
