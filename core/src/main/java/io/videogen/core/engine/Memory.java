package io.videogen.core.engine;

import io.videogen.core.reply.JobSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a render remembers between steps for convenience; all of it can be asked for again. */
final class Memory {

    private static final int MOST_POINTS = 64;

    private final List<PollView.Point> progress = new ArrayList<>();
    private JobSnapshot completed;
    private Duration lastSeen;
    private int refusals;

    void remember(JobSnapshot snapshot) {
        completed = snapshot;
    }

    /** The snapshot that told the result addresses, or null after a restart or once they turned stale. */
    JobSnapshot completed() {
        return completed;
    }

    void forgetAddresses() {
        completed = null;
    }

    /** Counts content that was refused or wrong, apart from outages: those say nothing of the content. */
    int refusedContent() {
        return ++refusals;
    }

    void forgetRefusals() {
        refusals = 0;
    }

    void seenRunning(Duration age) {
        lastSeen = age;
    }

    /** Age at which this process last saw the job running; absent right after a restart. */
    Optional<Duration> lastSeenRunning() {
        return Optional.ofNullable(lastSeen);
    }

    void progressed(Duration age, double percent) {
        if (progress.size() == MOST_POINTS) {
            progress.remove(0);
        }
        progress.add(new PollView.Point(age, percent));
    }

    List<PollView.Point> progress() {
        return progress;
    }
}
