package io.videogen.core.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * For how long a record has not changed, on this machine's own clock, counted from when it was first seen so. The times
 * in the record are not looked at: a clock that is an hour off would make the living dead.
 */
final class Silence {

    private final Clock clock;
    private String version = "";
    private Instant since = Instant.MIN;

    Silence(Clock clock) {
        this.clock = clock;
    }

    /** Takes a look into account, and tells the time since the first that saw the same. */
    Duration after(String seen) {
        Instant now = clock.instant();
        // A clock that was set back counts anew.
        if (!seen.equals(version) || now.isBefore(since)) {
            version = seen;
            since = now;
        }
        return Duration.between(since, now);
    }
}
