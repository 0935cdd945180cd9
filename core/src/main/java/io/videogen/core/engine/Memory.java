package io.videogen.core.engine;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.reply.JobSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a render remembers between steps for convenience; all of it can be asked for again. */
final class Memory {

    private static final int MOST_POINTS = 64;

    private final List<PollView.Point> progress = new ArrayList<>();
    private final Set<ArtifactKind> givenUp = EnumSet.noneOf(ArtifactKind.class);
    private JobSnapshot completed;
    private Duration lastSeen;
    private int refusals;
    private int refusedPolls;
    private Instant contentFailing;
    private String unlisted = "";
    private Instant unlistedSince;
    private boolean unlistedTold;

    void remember(JobSnapshot snapshot) {
        completed = snapshot;
    }

    /** The snapshot that told the result addresses, or null after a restart or once they turned stale. */
    JobSnapshot completed() {
        return completed;
    }

    /** Whether the reply that told the completion holds the clip itself. */
    boolean isInlined() {
        return completed != null && completed.isInlined();
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
        contentFailing = null;
    }

    /** Counts refusals in a row to tell how the job stands. */
    int refusedPoll() {
        return ++refusedPolls;
    }

    void forgetRefusedPolls() {
        refusedPolls = 0;
    }

    /** Since when the API itself has been answering that a completed job's content can not be had. */
    Instant contentFailing(Instant now) {
        contentFailing = contentFailing == null ? now : contentFailing;
        return contentFailing;
    }

    /** Whether a status that nobody knows has stood there unchanged for so long, once. */
    boolean standsStill(String status, Instant now, Duration tolerated) {
        if (!unlisted.equals(status)) {
            unlisted = status;
            unlistedSince = now;
            unlistedTold = false;
        }
        boolean due = !unlistedTold && Duration.between(unlistedSince, now).compareTo(tolerated) >= 0;
        unlistedTold |= due;
        return due;
    }

    /** Of a picture that could not be had. */
    void giveUp(ArtifactKind still) {
        givenUp.add(still);
    }

    boolean isGivenUp(ArtifactKind still) {
        return givenUp.contains(still);
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
