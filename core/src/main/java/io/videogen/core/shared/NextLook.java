package io.videogen.core.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When it is worth looking at the record of a key again. */
final class NextLook {

    private static final Duration FRESH = Duration.ofSeconds(2);
    /** A holder that fell silent is found out so much later at most, as a share of the time that it may be silent. */
    private static final int LOOKS_IN_SILENCE = 3;

    private final String key;
    private final SharedRun run;
    private Instant lookedAt = Instant.MIN;
    private Optional<Holder> awaited = Optional.empty();
    /** The note that led to a look; it tells nothing more. */
    private String heard = "";

    NextLook(String key, SharedRun run) {
        this.key = key;
        this.run = run;
    }

    /** The record is about to be read. */
    void begins() {
        lookedAt = run.clock().instant();
        awaited = Optional.empty();
    }

    /** @param holder whom the look found at work, if anyone */
    void found(Optional<Holder> holder) {
        awaited = holder;
    }

    boolean wasJustNow() {
        return run.isYounger(lookedAt, FRESH);
    }

    /** Whether there is no reason yet. Never where few wait: then each look reads the record. */
    boolean canWait() {
        if (awaited.isEmpty() || !run.isYounger(lookedAt, run.times().silence().dividedBy(LOOKS_IN_SILENCE))) {
            return false;
        }
        Optional<Boolean> told = run.notes().isTold(awaited.get(), key);
        if (told.isEmpty()) {
            return false;
        }
        String before = heard;
        heard = told.get() ? EndNotes.name(awaited.get(), key) : heard;
        return heard.equals(before);
    }
}
