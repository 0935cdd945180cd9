package io.videogen.core.batch;

import io.videogen.core.engine.Advance;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import java.util.Optional;

/** What happened to an order's job: claimed for the order, counted, told, and remembered for the messages to come. */
final class JobNews {

    private final Order order;
    private final Shared run;
    private Optional<String> trouble = Optional.empty();
    private boolean createdHere;
    private boolean takenUp;

    JobNews(Order order, Shared run) {
        this.order = order;
        this.run = run;
    }

    /** A job of an earlier run is gone on with. */
    void takenUp(RenderState recorded) {
        if (run.recorded().isNeedlessResubmit(order, recorded)) {
            run.events()
                    .event(
                            order,
                            new RenderEvent.Warning(
                                    "The job \"" + recorded.jobId().orElse("") + "\" of video \"" + order.name()
                                            + "\" is known and is taken up; videogen.resubmit is not needed."));
        }
        takenUp = true;
        recorded.jobId().ifPresent(id -> {
            run.jobs().claim(id, order.key());
            run.events().event(order, new RenderEvent.Resumed(id));
        });
    }

    /** Claims the job that a step created or found; false when the found one is another order's. */
    boolean claim(Advance step) {
        for (RenderEvent event : step.events()) {
            if (event instanceof RenderEvent.Resumed found && !run.jobs().claim(found.jobId(), order.key())) {
                return false;
            }
            if (event instanceof RenderEvent.Submitted submitted) {
                run.jobs().claim(submitted.jobId(), order.key());
                createdHere = !takenUp;
                if (createdHere) {
                    run.events().bought(order);
                }
            }
        }
        return true;
    }

    /** Tells what happened in a step, once it is recorded. */
    void tell(Advance step) {
        step.events().forEach(event -> {
            trouble = event instanceof RenderEvent.Retrying retrying
                    ? Optional.of(retrying.operation() + " failed (" + retrying.reason() + ")")
                    : Optional.empty();
            run.events().event(order, event);
        });
    }

    /** What failed last and is to be repeated; a phrase. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Whether this run created the job. */
    boolean isCreatedHere() {
        return createdHere;
    }
}
