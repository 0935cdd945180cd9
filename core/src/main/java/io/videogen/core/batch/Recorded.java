package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.http.Endpoint;
import io.videogen.core.shared.Course;
import io.videogen.core.shared.Standing;
import java.net.URI;
import java.util.Optional;

/** Judges what the ledger tells of an order: whether a run goes on from it, starts anew, or must not touch it. */
final class Recorded {

    private final BatchSettings settings;

    Recorded(BatchSettings settings) {
        this.settings = settings;
    }

    /** Whether nothing of the state is needed: the run starts from nothing. */
    boolean isForgettable(Order order, RenderState state) {
        if (settings.preview()) {
            // A preview job died with its server.
            return true;
        }
        boolean lost = state.jobId().isEmpty() || state.phase() == Phase.UNKNOWN;
        if (PreviewMark.isOn(state) && (lost || belongsElsewhere(state))) {
            // Drawn by a preview server that was given as an endpoint: never paid, and gone with that server.
            return true;
        }
        // The same table as for the store of many machines.
        boolean submits = Standing.left(state).course(false, order.resubmit()) == Course.SUBMIT;
        return submits || order.resubmit() && belongsElsewhere(state);
    }

    /** Why a run must not go on with the state although it can not be forgotten. */
    Optional<VideogenException> obstacle(RenderState state) {
        if (!belongsElsewhere(state)) {
            return Optional.empty();
        }
        String job = state.jobId()
                .map(id -> Message.text("has the job \"%s\"", id))
                .orElseGet(() -> Message.text("may have a job"));
        VideogenException error = VideogenException.of(ErrorKind.INVALID_INPUT, "job_of_other_endpoint")
                .says(
                        "The video \"%s\" %s at \"%s\" (api \"%s\"), and this build uses \"%s\" (api \"%s\"). It"
                                + " was or may have been paid there. Finish it there, or %s to leave that job and pay for a"
                                + " new one here.",
                        state.name(),
                        job,
                        originOf(state),
                        state.api(),
                        settings.endpoint().orElseThrow().origin(),
                        settings.api().word(),
                        Advice.LEAVE_JOB);
        return Optional.of(state.jobId().map(error::withJob).orElse(error));
    }

    /** Whether the user asked to submit again although the job is known and runs here. */
    boolean isNeedlessResubmit(Order order, RenderState state) {
        return order.resubmit() && state.jobId().isPresent() && !isForgettable(order, state);
    }

    private boolean belongsElsewhere(RenderState state) {
        return settings.endpoint()
                .filter(here -> !here.origin().equals(originOf(state))
                        || !settings.api().word().equals(state.api()))
                .isPresent();
    }

    private static String originOf(RenderState state) {
        return Endpoint.origin(URI.create(state.endpoint()));
    }
}
