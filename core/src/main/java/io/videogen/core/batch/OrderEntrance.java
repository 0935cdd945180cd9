package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.shared.Course;
import io.videogen.core.store.StoredClip;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds the way into one order's work: takes the key's lock, looks for the clip, and then at the record of this machine
 * and, where there is one, at the one that all see. The latter decides, because it is the fence; the former may know
 * more of the very same submission, or of a job from before there was a shared store.
 */
final class OrderEntrance {

    private final Order order;
    private final BatchContext run;
    private final Optional<SharedOrder> shared;
    private final OrderLock lock;
    private final OrderStore keeping;
    /** What is told of where a job comes from that this machine did not know. */
    private Optional<String> origin = Optional.empty();

    private RenderEvent awaited;

    OrderEntrance(Order order, BatchContext run, Optional<SharedOrder> shared, OrderLock lock, OrderStore keeping) {
        this.order = order;
        this.run = run;
        this.shared = shared;
        this.lock = lock;
        this.keeping = keeping;
    }

    /** How an order goes on. */
    sealed interface Way {
        /** The clip is on this machine. */
        record Deliver(StoredClip clip) implements Way {}

        /** The clip is in the store of many machines. */
        record Fetch(SharedOrder from) implements Way {}

        /** Another build is at work; when to look again. */
        record Wait(Duration pause) implements Way {}

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
    Way find() throws InterruptedException {
        if (shared.filter(SharedOrder::awaitsNews).isPresent()) {
            return await(shared.get().waiting(), lock.nextPause());
        }
        if (!lock.take()) {
            return await(new RenderEvent.WaitingForOther(), lock.nextPause());
        }
        Optional<StoredClip> stored = run.store().find(order.key());
        Optional<RenderState> recorded = run.store().ledger().find(order.key());
        if (recorded.isPresent() && OrderStore.isKept(recorded.get(), stored)) {
            // A run died between keeping the clip and forgetting the job.
            keeping.abandon();
            recorded = Optional.empty();
        }
        if (stored.isPresent() && keeping.isWanted(stored.get())) {
            return new Way.Deliver(stored.get());
        }
        if (run.settings().offline()) {
            return new Way.Failed(Troubles.offline(order));
        }
        Optional<RenderState> here =
                recorded.isEmpty() || run.recorded().isForgettable(order, recorded.get()) ? Optional.empty() : recorded;
        Way way = shared.isPresent()
                ? find(shared.get(), here)
                : here.isPresent() ? new Way.TakeUp(ofHere(here.get())) : new Way.Submit();
        if (way instanceof Way.Submit && recorded.isPresent()) {
            keeping.forget(recorded.get());
        }
        return way;
    }

    private Way find(SharedOrder there, Optional<RenderState> here) throws InterruptedException {
        Course course;
        try {
            course = there.look();
        } catch (VideogenException e) {
            return followAlone(here, e);
        }
        return switch (course) {
            case TAKE_CLIP -> {
                Optional<String> maker =
                        there.clip().flatMap(clip -> clip.facts().jobId());
                here.filter(mine -> !mine.jobId().equals(maker)).ifPresent(this::giveUp);
                yield new Way.Fetch(there);
            }
            case WAIT -> await(there.waiting(), lock.nextPauseFromAfar());
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
        if (origin.isEmpty() || !perhapsNotOurs) {
            return error;
        }
        VideogenException told = VideogenException.of(error.kind(), error.code(), error)
                .says(
                        "%s The job was made %s, perhaps with another account: then only a build with that"
                                + " account's token can go on.",
                        error.getMessage(), origin.get());
        return error.jobId().map(told::withJob).orElse(told);
    }

    /** Each build that is waited for is told once. */
    private Way await(RenderEvent told, Duration pause) {
        if (!told.equals(awaited)) {
            awaited = told;
            run.tell(order, told);
        }
        return new Way.Wait(pause);
    }

    /** The store is out of reach: a job that exists is followed all the same, and nothing new is begun. */
    private Way followAlone(Optional<RenderState> here, VideogenException why) {
        if (here.isEmpty()) {
            throw Troubles.notBought(order, why);
        }
        run.warn(order, why.getMessage());
        return new Way.TakeUp(ofHere(here.get()));
    }

    /** A job of another endpoint is neither followed nor forgotten. */
    private RenderState ofHere(RenderState job) {
        run.recorded().obstacle(job).ifPresent(obstacle -> {
            throw obstacle;
        });
        return job;
    }

    private Way takeOver(SharedOrder there, Optional<RenderState> here) throws InterruptedException {
        RenderState left = there.state().orElseThrow();
        if (run.recorded().isForgettable(order, left)) {
            return new Way.Submit();
        }
        ofHere(left);
        here.filter(mine -> !isSameSubmission(mine, left)).ifPresent(this::giveUp);
        RenderState best = here.filter(mine -> isSameSubmission(mine, left))
                .filter(mine -> mine.jobId().isPresent() || left.jobId().isEmpty())
                .orElse(left);
        String maker = there.holder()
                .map(holder -> Message.text("by \"%s\" on %s", holder.build(), holder.host()))
                .orElseGet(() -> Message.text("on another machine"));
        if (!there.takeOver(best.reopened())) {
            return new Way.Again();
        }
        origin = here.isPresent() ? Optional.empty() : Optional.of(maker);
        run.store().ledger().write(best, best.reopened(), true);
        return new Way.TakeUp(best);
    }

    private void giveUp(RenderState mine) {
        mine.jobId()
                .ifPresent(id -> run.warn(
                        order,
                        Message.text(
                                "The job \"%s\" of video \"%s\" is given up: the shared store knows another submission,"
                                        + " which is gone on with. It may have been paid.",
                                id, order.name())));
    }

    /** A job that was made before there was a shared store, or while it was out of reach. */
    private Way bring(SharedOrder there, RenderState mine) throws InterruptedException {
        return there.takeOver(ofHere(mine).reopened()) ? new Way.TakeUp(mine) : new Way.Again();
    }

    private boolean hasFailed(SharedOrder there, RenderState mine) {
        boolean failed = there.state()
                .filter(state -> state.phase() == Phase.FAILED && isSameSubmission(mine, state))
                .isPresent();
        if (failed) {
            keeping.abandon();
        }
        return failed;
    }

    private static boolean isSameSubmission(RenderState one, RenderState other) {
        return one.submission().isPresent() && one.submission().equals(other.submission());
    }
}
