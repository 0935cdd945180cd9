package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.shared.Course;
import io.videogen.core.shared.Holder;
import java.util.Optional;

/**
 * Finds the way into one order's work from two records: the one of this machine and the one that all see. The latter
 * decides, because it is the fence; the former may know more of the very same submission, or of a job from before there
 * was a shared store. Whoever asks has the key's lock.
 */
final class SharedEntrance {

    private final Order order;
    private final Shared run;
    private final LedgerEntry ledger;
    private Optional<Holder> takenFrom = Optional.empty();

    SharedEntrance(Order order, Shared run, LedgerEntry ledger) {
        this.order = order;
        this.run = run;
        this.ledger = ledger;
    }

    /** How an order goes on. */
    sealed interface Way {
        /** The clip is there to be fetched. */
        record Fetch() implements Way {}

        /** Another build is at work. */
        record Wait(RenderEvent told) implements Way {}

        /** A job is there, and is ours to follow. */
        record TakeUp(RenderState state) implements Way {}

        /** Everything is new, and a claim comes before the submission. */
        record Submit() implements Way {}

        /** Another was faster; what it did is to be looked at. */
        record Again() implements Way {}

        /** The job that was waited for failed. */
        record Failed(VideogenException error) implements Way {}
    }

    /** @throws VideogenException when nothing may be done; nothing was bought then */
    Way find(SharedOrder there, Optional<RenderState> recorded) throws InterruptedException {
        Optional<RenderState> here = recorded.filter(state -> !run.recorded().isForgettable(order, state));
        Course course;
        try {
            course = there.look();
        } catch (VideogenException e) {
            return followAlone(here, e);
        }
        return switch (course) {
            case TAKE_CLIP -> new Way.Fetch();
            case WAIT -> new Way.Wait(there.waiting());
            case REPORT -> {
                RenderState failed = there.state().orElseThrow();
                yield new Way.Failed(failed.failure().orElseThrow().toException(failed.jobId()));
            }
            case TAKE_OVER -> takeOver(there, here);
            case SUBMIT ->
                here.isPresent() && !hasFailed(there, here.get()) ? bring(there, here.get()) : new Way.Submit();
        };
    }

    /** An error of a job that another machine's build made: this build may lack the right to see it. */
    VideogenException explained(VideogenException error) {
        boolean perhapsNotOurs = error.kind() == ErrorKind.REFUSED
                || error.kind() == ErrorKind.UNKNOWN_OUTCOME && error.jobId().isPresent();
        if (takenFrom.isEmpty() || !perhapsNotOurs) {
            return error;
        }
        VideogenException told = new VideogenException(
                error.kind(),
                error.code(),
                error.getMessage() + " The job was made by \"" + takenFrom.get().build() + "\" on "
                        + takenFrom.get().host()
                        + ", perhaps with another account: then only a build with that account's token can go on.",
                error);
        return error.jobId().map(told::withJob).orElse(told);
    }

    /** The store is out of reach: a job that exists is followed all the same, and nothing new is begun. */
    private Way followAlone(Optional<RenderState> here, VideogenException why) {
        if (here.isEmpty()) {
            throw Troubles.notBought(order, why);
        }
        run.events().event(order, new RenderEvent.Warning(why.getMessage()));
        return new Way.TakeUp(here.get());
    }

    private Way takeOver(SharedOrder there, Optional<RenderState> here) throws InterruptedException {
        RenderState left = there.state().orElseThrow();
        if (run.recorded().isForgettable(order, left)) {
            return new Way.Submit();
        }
        Optional<VideogenException> obstacle = run.recorded().obstacle(left);
        if (obstacle.isPresent()) {
            throw obstacle.get();
        }
        here.filter(mine -> !isSameSubmission(mine, left) && mine.jobId().isPresent())
                .ifPresent(mine -> run.events()
                        .event(
                                order,
                                new RenderEvent.Warning(
                                        "The job \"" + mine.jobId().get() + "\" of video \""
                                                + order.name()
                                                + "\" is given up: the shared store knows a later submission, which is gone on"
                                                + " with. It may have been paid.")));
        RenderState best = here.filter(mine -> isSameSubmission(mine, left))
                .filter(mine -> mine.jobId().isPresent() || left.jobId().isEmpty())
                .orElse(left);
        Optional<Holder> holder = there.holder();
        if (!there.takeOver(best.reopened())) {
            return new Way.Again();
        }
        takenFrom = here.isPresent() ? Optional.empty() : holder;
        run.store().ledger().write(best, best.reopened(), true);
        return new Way.TakeUp(best);
    }

    /** A job that was made before there was a shared store, or while it was out of reach. */
    private Way bring(SharedOrder there, RenderState mine) throws InterruptedException {
        Optional<VideogenException> obstacle = run.recorded().obstacle(mine);
        if (obstacle.isPresent()) {
            throw obstacle.get();
        }
        return there.takeOver(mine.reopened()) ? new Way.TakeUp(mine) : new Way.Again();
    }

    private boolean hasFailed(SharedOrder there, RenderState mine) {
        boolean failed = there.state()
                .filter(state -> state.phase() == Phase.FAILED && isSameSubmission(mine, state))
                .isPresent();
        if (failed) {
            ledger.abandon();
        }
        return failed;
    }

    private static boolean isSameSubmission(RenderState one, RenderState other) {
        return one.submission().isPresent() && one.submission().equals(other.submission());
    }
}
