package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.output.DamagedSourceException;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells how one order ended, and removes what was for this run alone. */
final class Parting {

    private final Order order;
    private final BatchContext run;
    private final OrderStore keeping;
    private final Consumer<Ending> whenEnded;
    private boolean foundDamage;

    Parting(Order order, BatchContext run, OrderStore keeping, Consumer<Ending> whenEnded) {
        this.order = order;
        this.run = run;
        this.keeping = keeping;
        this.whenEnded = whenEnded;
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

    /** Once it is told, what came from outside the store goes, and a failure is forgotten. */
    void settle(Optional<RenderState> known) {
        keeping.discardOutside();
        try {
            if (known.filter(state -> state.phase() == Phase.FAILED).isPresent()) {
                keeping.abandon();
            }
        } catch (VideogenException e) {
            run.listener().warning(e.getMessage());
        }
    }
}
