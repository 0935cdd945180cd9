package io.videogen.it.bench.poll;

import io.videogen.core.reply.JobStatus;
import java.util.Optional;

/** How a server's list of jobs tells of them. */
public enum ListStyle {
    /** There is none. */
    NONE,
    /** As the jobs themselves do. */
    HONEST,
    /** As they were a minute ago, from a cache. */
    LAGS,
    /** As they were when the list was asked for first. */
    FROZEN,
    /** As they were when somebody last asked for the single job. */
    STALE_UNTIL_ASKED,
    /** Finished when half of the time has passed. */
    EARLY,
    /** Failed, all of them. */
    FAILED,
    /** Only some, and other ones each time. */
    FORGETS,
    /** None of ours: somebody else's page. */
    OTHERS,
    /** It fails each second time. */
    FLAKY,
    /** It fails each time. */
    BROKEN,
    /** It takes ten seconds. */
    SLOW,
    /** Honest until it has been believed for a while, then frozen. */
    TURNS_BAD;

    private static final double LAG = 60;

    /** Whether jobs cost no more requests or delay than with single questions. */
    public boolean isHonest() {
        return this == HONEST;
    }

    /**
     * What the list says of a job.
     *
     * @param age of the job, in seconds
     * @param length of the job, in seconds
     * @param number of the job
     * @param round how often the list was asked for
     * @param lastAsked age at which the job itself was last asked for
     * @return nothing where it leaves the job out
     */
    Optional<JobStatus> tell(double age, double length, int number, int round, double lastAsked) {
        return switch (this) {
            case HONEST, FLAKY, SLOW -> Optional.of(status(age, length));
            case LAGS -> Optional.of(status(age - LAG, length));
            case FROZEN -> Optional.of(JobStatus.QUEUED);
            case STALE_UNTIL_ASKED -> Optional.of(status(lastAsked, length));
            case EARLY -> Optional.of(status(2 * age, length));
            case FAILED -> Optional.of(JobStatus.FAILED);
            case FORGETS -> (number + round) % 3 == 0 ? Optional.empty() : Optional.of(status(age, length));
            case TURNS_BAD -> Optional.of(round > 20 ? JobStatus.RUNNING : status(age, length));
            case NONE, OTHERS, BROKEN -> Optional.empty();
        };
    }

    static JobStatus status(double age, double length) {
        return age >= length ? JobStatus.COMPLETED : JobStatus.RUNNING;
    }
}
