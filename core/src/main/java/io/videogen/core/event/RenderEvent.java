package io.videogen.core.event;

import io.videogen.core.text.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that happened to one video. No event holds a secret: URLs come without their query. */
public sealed interface RenderEvent {

    /** A job was created, and its id recorded. */
    record Submitted(String jobId) implements RenderEvent {}

    /** A job of an earlier run, or one found again after a lost reply, is taken up. */
    record Resumed(String jobId) implements RenderEvent {}

    /** The status word changed, or progress was told. */
    record Progressed(String jobId, Said status, OptionalInt percent) implements RenderEvent {}

    /**
     * An operation failed in a way that is repeated.
     *
     * @param reason a phrase to put into a sentence; a full stop at its end is dropped
     * @param busy whether the API is there and takes no more jobs just now
     */
    record Retrying(String operation, String reason, Duration pause, boolean busy) implements RenderEvent {

        public Retrying {
            reason = reason.strip().replaceFirst("(?<!\\.)\\.$", "");
        }

        /** Trouble of another kind than a busy API. */
        public Retrying(String operation, String reason, Duration pause) {
            this(operation, reason, pause, false);
        }
    }

    /** A submission has an unknown outcome and is being looked for. */
    record LookingUp(String reason) implements RenderEvent {}

    /** The job is completed there and its files are fetched. */
    record Downloading(String jobId) implements RenderEvent {}

    /** Another build renders the same clip; this one waits for it. */
    record WaitingForOther() implements RenderEvent {}

    /**
     * A state can not be recorded. The job, if there is one, is followed by this build alone.
     *
     * @param reason a sentence or phrase of whoever records
     */
    record NotRecorded(Optional<String> jobId, String reason) implements RenderEvent {}

    /**
     * The API replied; for those who look for a cause, at each poll.
     *
     * @param beginning of the reply, fit to be shown: without token, and without the query of any URL
     */
    record Replied(String beginning) implements RenderEvent {}

    /**
     * A build on another machine works on the same clip; this one waits for it.
     *
     * @param build what it calls itself
     * @param since when it began, by that machine's clock
     */
    record WaitingForBuild(String build, String host, Instant since) implements RenderEvent {}

    /** Something that does not stop the work but should be known. */
    record Warning(String message) implements RenderEvent {}
}
