package io.videogen.core.batch;

import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.output.DamagedSourceException;
import java.util.function.Consumer;

/** Tells what happens to an order's job and how the order ended, and counts what was bought. */
final class OrderNews implements Consumer<RenderEvent> {

    private final Order order;
    private final BatchContext run;
    private final Consumer<Ending> whenEnded;
    private boolean createdHere;
    private boolean takenUp;
    private boolean foundDamage;

    OrderNews(Order order, BatchContext run, Consumer<Ending> whenEnded) {
        this.order = order;
        this.run = run;
        this.whenEnded = whenEnded;
    }

    /** A job of an earlier run is gone on with. */
    void takenUp(RenderState recorded) {
        if (run.recorded().isNeedlessResubmit(order, recorded)) {
            run.warn(
                    order,
                    Message.text(
                            "The job \"%s\" of video \"%s\" is known and is taken up; %s is not needed.",
                            recorded.jobId().orElse(""), order.name(), Setting.RESUBMIT));
        }
        takenUp = true;
        recorded.jobId().ifPresent(id -> run.tell(order, new RenderEvent.Resumed(id)));
    }

    /** Tells what happened, once it is recorded. */
    @Override
    public void accept(RenderEvent event) {
        boolean isHere = event instanceof RenderEvent.Submitted || event instanceof RenderEvent.Resumed;
        if (isHere && !takenUp && !createdHere) {
            // Resumed: the reply was lost, or an error, and a look-up found what this run has sent.
            createdHere = true;
            run.purchases().add(NewJob.of(order, run.settings().prices()));
        }
        run.tell(order, event);
    }

    /** Whether this run created the job. */
    boolean isCreatedHere() {
        return createdHere;
    }

    /** False where it is no end, because the clip of the store is damaged and is to be had anew. */
    boolean isTold(Ending ending) {
        try {
            whenEnded.accept(ending);
        } catch (DamagedSourceException e) {
            if (!foundDamage) {
                // The store sets the clip aside at the next look, and it is rendered again.
                foundDamage = true;
                run.listener().warning(e.getMessage());
                return false;
            }
            whenEnded.accept(ending.undelivered(e));
        } catch (RuntimeException | Error e) {
            whenEnded.accept(ending.undelivered(Troubles.unexpected(order, e)));
        }
        return true;
    }
}
