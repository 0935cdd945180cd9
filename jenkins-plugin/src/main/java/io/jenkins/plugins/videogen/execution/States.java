package io.jenkins.plugins.videogen.execution;

import io.videogen.core.ErrorKind;
import io.videogen.core.engine.Failure;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import java.util.List;
import java.util.Optional;

/** Turns of a render that only a build knows: a second step takes it up, an abort ends it. */
final class States {
    private States() {}

    /** What another step of the build found, for a step with a file of its own: the clip is fetched once more. */
    static RenderState forAnotherStep(RenderState found) {
        RenderState open = found.reopened();
        return open.phase() == Phase.DONE || open.phase() == Phase.DOWNLOADING
                ? copy(open, Phase.DOWNLOADING, Optional.empty())
                : open;
    }

    /** A job that the API cancelled at this build's wish; another step of the build may buy it again. */
    static RenderState cancelled(RenderState waiting) {
        Failure failure = new Failure(ErrorKind.JOB_FAILED, "cancelled", "The job was cancelled with the build.");
        return copy(waiting, Phase.FAILED, Optional.of(failure));
    }

    private static RenderState copy(RenderState from, Phase phase, Optional<Failure> failure) {
        return new RenderState(
                from.key(),
                from.name(),
                from.model(),
                from.api(),
                from.endpoint(),
                phase,
                from.submission(),
                from.submittedAt(),
                from.jobId(),
                from.statusWord(),
                from.percent(),
                from.completedAt(),
                0,
                List.of(),
                Optional.empty(),
                failure);
    }
}
