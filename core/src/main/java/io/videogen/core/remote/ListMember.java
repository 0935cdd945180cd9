package io.videogen.core.remote;

import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * A job that is waited for. Questions that a list saved are counted as parts of the wait that the job would have had
 * alone. Not thread-safe: its owner guards it.
 */
final class ListMember {

    private final String jobId;
    private VideoRequest request;
    private Instant came;
    private ListRound round;
    private Duration alone;
    private Duration pause;
    private Instant due;
    private Instant countedTo;
    private double saved;
    private double unseen;
    private double unchecked;

    ListMember(String jobId) {
        this.jobId = jobId;
    }

    String jobId() {
        return jobId;
    }

    VideoRequest request() {
        return request;
    }

    void comes(VideoRequest of, Instant now) {
        request = of;
        came = now;
    }

    boolean cameBefore(Instant time) {
        return came.isBefore(time);
    }

    void isTold(ListRound by) {
        round = by;
    }

    boolean isToldBy(ListRound other) {
        return round == other;
    }

    /** When it is due; null until it has said. */
    Instant due() {
        return due;
    }

    /**
     * @param from the wait starts
     * @param single how long it would wait if it were the only one
     * @param shared how long it waits among others
     */
    void waits(Instant from, Duration single, Duration shared) {
        alone = single;
        pause = shared;
        due = from.plus(shared);
        countedTo = countedTo == null ? from : countedTo;
    }

    /**
     * A list is asked for: from now on it is taken to wait as long as the last time. Where the API says how long, nobody
     * knows how long it would have been else, and each list counts as a question.
     */
    void opens(Instant now) {
        saved = 1;
        if (due != null) {
            due = now.plus(pause);
            // A clock may be set back.
            long nanos = Math.max(0, Duration.between(countedTo, now).toNanos());
            saved = (double) nanos / Math.max(1, alone.toNanos());
            countedTo = now;
        }
        unseen += saved;
        unchecked += saved;
    }

    /** Questions that the latest list saved. */
    double saved() {
        return saved;
    }

    /** Questions saved since it last told of itself, or the list told of any end. */
    double unseen() {
        return unseen;
    }

    /** Questions saved since it last told of itself. */
    double unchecked() {
        return unchecked;
    }

    /** The list was alive when it called this job running. */
    void isSeen() {
        unseen = 0;
    }

    /** It told of itself. */
    void isChecked() {
        unseen = 0;
        unchecked = 0;
    }
}
