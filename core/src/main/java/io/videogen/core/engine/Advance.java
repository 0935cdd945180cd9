package io.videogen.core.engine;

import io.videogen.core.VideogenException;
import io.videogen.core.event.RenderEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Result of one step.
 *
 * @param state the next state; recorded before anything else is done
 * @param pause how long to wait before the next step
 * @param events what happened, in order
 * @param stop set when going on is pointless now although the job may be well (a token that is refused, bytes that
 *     stay wrong): it is reported, and a later run goes on from here
 */
record Advance(RenderState state, Duration pause, List<RenderEvent> events, Optional<VideogenException> stop) {

    Advance {
        events = List.copyOf(events);
    }

    static Advance to(RenderState state, Duration wait, RenderEvent... events) {
        return new Advance(state, wait, List.of(events), Optional.empty());
    }

    static Advance stopped(RenderState state, VideogenException why) {
        VideogenException error = state.jobId().map(why::withJob).orElse(why);
        return new Advance(state, Duration.ZERO, List.of(), Optional.of(error));
    }
}
