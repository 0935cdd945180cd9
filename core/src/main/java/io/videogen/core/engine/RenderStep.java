package io.videogen.core.engine;

import io.videogen.core.VideogenException;
import io.videogen.core.event.RenderEvent;
import java.time.Duration;
import java.util.Optional;

/** What came of one step of a render, and with it what the host does next. */
public sealed interface RenderStep {

    /** Another step, after a pause; what kind of work it is, the phase of the state tells. */
    record Again(Duration pause) implements RenderStep {}

    /** The files are where the host's sink put them. Without a sink: the job is completed there. */
    record Arrived() implements RenderStep {}

    /**
     * There is no clip: the job was refused or failed, its outcome is unknown, or going on is pointless now although the
     * job may be well. The state tells which; a later run goes on from it.
     */
    record Failed(VideogenException error) implements RenderStep {}

    /**
     * The time is up. A job that exists runs on, and a later run takes it up.
     *
     * @param trouble what failed last and was to be repeated
     */
    record TimedOut(Optional<RenderEvent.Retrying> trouble) implements RenderStep {}

    /** The gate is closed, and nothing has left. */
    record Stopped() implements RenderStep {}
}
