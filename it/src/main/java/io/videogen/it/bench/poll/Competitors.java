package io.videogen.it.bench.poll;

import io.videogen.core.engine.PollSchedule;
import io.videogen.core.engine.PollView;
import java.time.Duration;

/** How other clients poll. */
final class Competitors {

    private static final double GROWTH = 1.2;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Competitors() {}

    /** Every so many seconds: 1 in openai-python's {@code create_and_poll}, 10 in Google's samples. */
    static PollSchedule every(int seconds) {
        return job -> Duration.ofSeconds(seconds);
    }

    /** 2 s, then 1.2 times longer each time, up to 15 s. For one job after the other. */
    static PollSchedule growing() {
        return new PollSchedule() {
            private Duration wait = FIRST;

            @Override
            public Duration next(PollView job) {
                Duration longer = Duration.ofMillis(Math.round(wait.toMillis() * GROWTH));
                wait = job.age().isZero() ? FIRST : longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
                return wait;
            }
        };
    }
}
