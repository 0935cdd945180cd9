package io.videogen.core.remote;

import io.videogen.core.reply.JobStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether an API's list of jobs is to be believed. It is on probation at first: of the jobs that it calls running some are
 * asked for one by one too, and so is each that it calls finished. Once it was the first to tell of a job's end, and the
 * job itself said the same, it is believed, and checked as {@link ListChecks} says.
 * What it says wrong ends it for this endpoint: a job that it calls finished and that runs; one that it still calls running
 * after the job itself told its end; on probation two ends that it told only after the jobs had, as lists do that a
 * gateway brings up to date when somebody asks for the single job; more than half of the jobs missing; two failures in a
 * row; replies that take too long.
 *
 * <p>Not thread-safe: its owner guards it.
 */
final class ListTrust {

    /** With fewer jobs a list on probation costs more than it saves. */
    private static final int FEWEST_ON_PROBATION = 3;

    private static final int MOST_FAILURES = 2;

    /** An honest list may be overtaken by a job that ends between the two questions; not time after time. */
    private static final int MOST_BEHIND = 2;

    private static final Duration LONGEST_REPLY = Duration.ofSeconds(5);

    private enum Standing {
        ON_PROBATION,
        PROVEN,
        DROPPED
    }

    private final Set<String> witnesses = new HashSet<>();
    private Standing standing = Standing.ON_PROBATION;
    private int failures;
    /** Lists in a row that told of no end, and that an end was missing in. */
    private int behind;

    private boolean mayBeBehind;

    boolean isDropped() {
        return standing == Standing.DROPPED;
    }

    boolean isProven() {
        return standing == Standing.PROVEN;
    }

    void drop() {
        standing = Standing.DROPPED;
        witnesses.clear();
    }

    /** Whether one question for so many jobs is cheaper than one for each. */
    boolean isWorthIt(int jobs) {
        return !isDropped() && jobs >= (isProven() ? 2 : FEWEST_ON_PROBATION);
    }

    /** Whether the next list is to show this job as ended, for it told so itself. */
    boolean isWitness(String jobId) {
        return witnesses.contains(jobId);
    }

    /**
     * Takes a list.
     *
     * @param took how long it took
     * @return how many ends it was the first to tell
     */
    int told(ListOutcome.Told list, Set<String> wanted, Duration took) {
        failures = 0;
        long missing = wanted.stream()
                .filter(id -> !list.jobs().containsKey(id) && !isWitness(id))
                .count();
        boolean outdated = wanted.stream()
                .filter(this::isWitness)
                .map(list.jobs()::get)
                .anyMatch(seen -> seen != null && !seen.snapshot().status().isFinal());
        int news = (int) list.jobs().entrySet().stream()
                .filter(job -> !isWitness(job.getKey())
                        && job.getValue().snapshot().status().isFinal())
                .count();
        behind = news > 0 ? 0 : behind;
        mayBeBehind = news == 0;
        witnesses.removeAll(wanted);
        if (2 * missing > wanted.size() || took.compareTo(LONGEST_REPLY) > 0 || outdated) {
            drop();
        }
        return news;
    }

    void failed() {
        failures++;
        if (failures >= MOST_FAILURES) {
            drop();
        }
    }

    /** What a job itself told, right after the list had said something of it. */
    void compare(String jobId, JobStatus listed, PollOutcome single) {
        if (isDropped() || !(single instanceof PollOutcome.Seen seen)) {
            return;
        }
        JobStatus own = seen.snapshot().status();
        if (listed.isFinal()) {
            if (own == listed) {
                standing = Standing.PROVEN;
            } else {
                drop();
            }
        } else if (own.isFinal()) {
            witnesses.add(jobId);
            behind += mayBeBehind ? 1 : 0;
            mayBeBehind = false;
            if (behind >= MOST_BEHIND && !isProven()) {
                drop();
            }
        }
    }
}
