package io.videogen.maven.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a job in flight.
 *
 * @param jobId once there is one
 * @param status last word of the API, or of this build
 * @param percent progress as the API claims it
 * @param trouble failure that is being repeated
 * @param since when this build began with the video
 * @param toldAt when a line was last written about it
 */
record JobLine(
        Optional<String> jobId,
        Optional<String> status,
        OptionalInt percent,
        Optional<String> trouble,
        Instant since,
        Instant toldAt) {

    static JobLine begun(Instant now) {
        return new JobLine(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), now, now);
    }

    JobLine job(String id) {
        return new JobLine(Optional.of(id), status, percent, trouble, since, toldAt);
    }

    /** A new word; whatever failed before works again. */
    JobLine status(String word) {
        return new JobLine(jobId, Optional.of(word), percent, Optional.empty(), since, toldAt);
    }

    JobLine percent(OptionalInt value) {
        return new JobLine(jobId, status, value, trouble, since, toldAt);
    }

    JobLine trouble(String what) {
        return new JobLine(jobId, status, percent, Optional.of(what), since, toldAt);
    }

    JobLine told(Instant now) {
        return new JobLine(jobId, status, percent, trouble, since, now);
    }

    /** For a log, for example {@code in_progress 40 %, 2 min 5 s, job video_123}. */
    String text(Instant now) {
        return state(now) + jobId.map(id -> ", job " + id).orElse("") + repeating();
    }

    /** For a narrow line that is drawn each second; the job's id stands in the log above it. */
    String live(Instant now) {
        return state(now) + repeating();
    }

    private String state(Instant now) {
        Duration elapsed = Duration.between(since, now);
        return status.orElse("starting")
                + (percent.isPresent() ? " " + percent.getAsInt() + " %" : "")
                + ", " + (elapsed.toSeconds() == 0 ? "0 s" : Elapsed.text(elapsed));
    }

    private String repeating() {
        return trouble.map(what -> ", repeating after " + what).orElse("");
    }
}
