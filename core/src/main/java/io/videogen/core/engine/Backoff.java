package io.videogen.core.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Waits between repeats: doubling from one second to half a minute, with jitter; a wish of the server wins. */
record Backoff(RandomGenerator random) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_WISH = Duration.ofMinutes(5);

    Duration after(int attempts, Optional<Duration> wish) {
        if (wish.isPresent()) {
            return clamp(wish.get(), Duration.ofMillis(100), LONGEST_WISH);
        }
        long doubled = FIRST.toMillis() << Math.min(Math.max(attempts - 1, 0), 10);
        long bounded = Math.min(doubled, LONGEST.toMillis());
        // Jitter spreads the jobs of one build, so that they do not return to a struggling server in step.
        return Duration.ofMillis((long) (bounded * (0.8 + 0.4 * random.nextDouble())));
    }

    static Duration clamp(Duration value, Duration least, Duration most) {
        return value.compareTo(least) < 0 ? least : value.compareTo(most) > 0 ? most : value;
    }
}
