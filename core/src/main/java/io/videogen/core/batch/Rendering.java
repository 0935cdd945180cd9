package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.batch.Lanes.Lane;
import io.videogen.core.engine.JobOwners;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.Render;
import io.videogen.core.engine.RenderHost;
import io.videogen.core.engine.RenderState;
import io.videogen.core.engine.RenderStep;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.store.StoredClip;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings one order from the look at the disk to its end: takes the key's lock, looks in the store, goes on from the
 * ledger or starts anew, and then is the host of a {@link Render}. Its steps follow one another, each on some thread of
 * a lane.
 */
final class Rendering {

    private final Order order;
    private final BatchContext run;
    private final Runnable whenOver;
    private final Optional<SharedOrder> shared;
    private final OrderLock lock;
    private final OrderSlot slot;
    private final OrderStore keeping;
    private final OrderNews news;
    private final OrderTime time;
    private final OrderEntrance entrance;
    private final OrderJournal journal;

    private volatile boolean ended;
    private volatile RenderState start;
    private volatile Render render;

    /**
     * @param shared the order in the store of many machines, where there is one
     * @param whenEnded told how it ended, but not when the run is stopped; throws when a clip of the store turns out to
     *     be damaged
     * @param whenOver called once after that, whatever came of it
     */
    Rendering(
            Order order,
            Optional<SharedOrder> shared,
            BatchContext run,
            Consumer<Ending> whenEnded,
            Runnable whenOver) {
        this.order = order;
        this.shared = shared;
        this.run = run;
        this.whenOver = whenOver;
        this.lock = new OrderLock(run.store(), order.key(), run.listener()::warning);
        this.slot = new OrderSlot(run.slots());
        this.keeping = new OrderStore(order, run);
        this.news = new OrderNews(order, run, whenEnded);
        this.time = new OrderTime(run.clock(), run.settings().jobTimeout());
        this.entrance = new OrderEntrance(order, run, shared, lock, keeping);
        this.journal = new OrderJournal(order, run, shared, keeping, this::startBeating);
        shared.ifPresent(there -> there.listener(event -> run.tell(order, event)));
    }

    /** How it stands, for the report of a run that was stopped. */
    Optional<RenderState> state() {
        Render begun = render;
        return Optional.ofNullable(begun == null ? start : begun.state());
    }

    /**
     * Starts the work.
     *
     * @param needsSlot whether it is expected to create a job, and so waits for a slot first
     */
    void start(boolean needsSlot) {
        if (needsSlot) {
            slot.whenHeld(() -> step(this::enter));
        } else {
            next(Duration.ZERO, Lane.SUBMIT, this::enter);
        }
    }

    /** Delivers a clip that the store has; should it be damaged, it is rendered again. */
    void startWith(StoredClip clip) {
        next(Duration.ZERO, Lane.DOWNLOAD, () -> {
            keeping.forgetJobOf(clip, lock);
            if (shared.filter(SharedOrder::isOwed).isPresent() && lock.take()) {
                shared.get().catchUp(clip);
            }
            end(Ending.cached(clip, Duration.ZERO));
        });
    }

    /** A step that may be interrupted, or end the rendering with an error. */
    private interface Step {
        void run() throws InterruptedException;
    }

    private void next(Duration pause, Lane lane, Step step) {
        run.lanes().after(pause, lane, () -> step(step));
    }

    private void step(Step step) {
        if (run.gate().isStopped()) {
            release();
            return;
        }
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            release();
        } catch (LostRecordException e) {
            again();
        } catch (VideogenException e) {
            end(without(e));
        } catch (RuntimeException | Error e) {
            // Errors too: a video that never ends would keep the whole build waiting.
            end(without(Troubles.unexpected(order, e)));
        }
    }

    private void enter() throws InterruptedException {
        time.start();
        OrderEntrance.Way way = entrance.find();
        if (way instanceof OrderEntrance.Way.Deliver here) {
            end(Ending.cached(here.clip(), time.elapsed()));
        } else if (way instanceof OrderEntrance.Way.Fetch there) {
            slot.release();
            next(Duration.ZERO, Lane.DOWNLOAD, () -> fetch(there.from()));
        } else if (way instanceof OrderEntrance.Way.Wait other) {
            lock.release();
            waitForOther(other.pause());
        } else if (way instanceof OrderEntrance.Way.TakeUp job) {
            startBeating();
            takeUp(job.state());
        } else if (way instanceof OrderEntrance.Way.Again) {
            again();
        } else if (way instanceof OrderEntrance.Way.Failed failed) {
            end(without(failed.error()));
        } else {
            plan();
        }
    }

    /** Looks at everything anew. */
    private void again() {
        render = null;
        start = null;
        release();
        next(Duration.ZERO, Lane.SUBMIT, this::enter);
    }

    private void fetch(SharedOrder there) throws InterruptedException {
        run.store().discardParts(order.key());
        Optional<StoredClip> clip = there.fetch(run.store());
        if (clip.isPresent()) {
            keeping.removeOther();
            end(Ending.cached(clip.get(), time.elapsed()));
        } else {
            again();
        }
    }

    private void waitForOther(Duration pause) {
        slot.release();
        if (time.deadline().isOver()) {
            end(without(Troubles.waitedForOther(order, run.settings().jobTimeout())));
        } else {
            next(pause, Lane.POLL, this::enter);
        }
    }

    /** From now on other machines look for signs of life. */
    private void startBeating() {
        shared.ifPresent(there ->
                there.startBeating(run.lanes(), () -> !ended && !run.gate().isStopped()));
    }

    private void plan() throws InterruptedException {
        order.requireSameReferences(run.settings().preview(), run.store().digests());
        Remote remote = run.remote().open().remote();
        RenderState planned = RenderState.planned(
                order.key(),
                order.name(),
                order.request().model(),
                run.settings().api().word(),
                remote.endpoint().toString());
        start = remote.isPreview() ? PreviewMark.on(planned) : planned;
        slot.whenHeld(() -> step(this::advance));
    }

    private void takeUp(RenderState recorded) {
        news.takenUp(recorded);
        start = recorded.reopened();
        if (start.phase() == Phase.SUBMITTING || start.phase() == Phase.WAITING) {
            slot.takeAtOnce();
        }
        next(Duration.ZERO, Lane.of(start.phase()), this::advance);
    }

    /** Takes the render as far as it goes without a pause or a change of lane. */
    private void advance() throws InterruptedException {
        if (render == null) {
            render = render();
        }
        Lane lane = Lane.of(render.state().phase());
        while (true) {
            RenderStep step = render.step();
            Phase phase = render.state().phase();
            if (phase == Phase.DOWNLOADING || phase == Phase.DONE) {
                slot.release();
            }
            if (!(step instanceof RenderStep.Again again)) {
                leave(step);
                return;
            }
            if (!again.pause().isZero() || Lane.of(phase) != lane) {
                next(again.pause(), Lane.of(phase), this::advance);
                return;
            }
        }
    }

    private void leave(RenderStep step) throws InterruptedException {
        if (step instanceof RenderStep.Arrived) {
            keep();
        } else if (step instanceof RenderStep.Failed failed) {
            end(without(failed.error()));
        } else if (step instanceof RenderStep.TimedOut late) {
            end(without(Troubles.timedOut(render.state(), run.settings().jobTimeout(), late.trouble())));
        } else {
            release();
        }
    }

    private Render render() throws InterruptedException {
        RemoteSide.Open remote = run.remote().open();
        JobOwners claims = shared.map(there -> there.claims(
                        run.jobs().of(order.key()), remote.remote().endpoint().origin()))
                .orElseGet(() -> run.jobs().of(order.key()));
        RenderHost host = new RenderHost(journal, claims, Optional.of(remote.sink()), news);
        VideoRequest request = Continuing.request(order, run, start.phase() == Phase.PLANNED);
        return new Render(remote.engine(), host, run.gate(), time.deadline(), request, start);
    }

    private void keep() throws InterruptedException {
        Optional<Ending> ending = keeping.keep(render.state(), news.isCreatedHere(), time);
        if (ending.isPresent()) {
            if (shared.isPresent()) {
                shared.get().publish(ending.get().clip().orElseThrow());
            }
            end(ending.get());
            return;
        }
        render.fetchAgain();
        next(Duration.ZERO, Lane.DOWNLOAD, this::advance);
    }

    private Ending without(VideogenException error) {
        Optional<RenderState> known = state();
        VideogenException told = known.flatMap(RenderState::jobId)
                .filter(id -> error.jobId().isEmpty())
                .map(error::withJob)
                .orElse(error);
        return Ending.without(known, time.elapsed(), entrance.explained(told));
    }

    private void end(Ending ending) {
        if (ended) {
            return;
        }
        boolean told = true;
        try {
            // Delivered before the lock goes: a later run must not replace the clip while it is copied.
            told = news.isTold(ending);
        } finally {
            if (told) {
                ended = true;
                try {
                    keeping.settle(state());
                    release();
                } finally {
                    whenOver.run();
                }
            }
        }
        if (!told) {
            again();
        }
    }

    private void release() {
        try {
            letGo();
        } finally {
            slot.release();
            lock.release();
        }
    }

    /** Tells the other machines that this one is not at work any more. */
    void letGo() {
        shared.ifPresent(there -> there.letGo(state()));
    }
}
