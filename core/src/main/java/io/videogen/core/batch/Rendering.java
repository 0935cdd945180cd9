package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.batch.Lanes.Lane;
import io.videogen.core.download.ArtifactKind;
import io.videogen.core.engine.Advance;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.output.VideoSource;
import io.videogen.core.request.RequestKey;
import io.videogen.core.store.StoredClip;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings one order from the look at the disk to its end: takes the key's lock, looks in the store, goes on from the
 * ledger or starts anew, and then is the host of the {@link io.videogen.core.engine.RenderMachine}. Its steps follow
 * one another, each on some thread of a lane.
 */
final class Rendering {

    private static final Duration ADOPTION_PAUSE = Duration.ofSeconds(1);
    /** A job that is completed at the last moment is paid, and is worth a little more time. */
    private static final Duration LEAST_DOWNLOAD = Duration.ofMinutes(5);

    private final Order order;
    private final Shared run;
    private final Consumer<Ending> whenEnded;
    private final Runnable whenOver;
    private final OrderLock lock;
    private final OrderSlot slot;
    private final LedgerEntry ledger;

    private Instant startedAt;
    private Optional<String> trouble = Optional.empty();
    private boolean paidFromBudget;
    private boolean createdHere;
    private boolean takenUp;
    private boolean downloading;
    private boolean fetchedAgain;
    private boolean foundDamage;
    private boolean ended;
    private volatile RenderState state;

    /**
     * @param whenEnded told how it ended, but not when the run is stopped; throws when a clip of the store turns out to
     *     be damaged
     * @param whenOver called once after that, whatever came of it
     */
    Rendering(Order order, Shared run, Consumer<Ending> whenEnded, Runnable whenOver) {
        this.order = order;
        this.run = run;
        this.whenEnded = whenEnded;
        this.whenOver = whenOver;
        this.lock = new OrderLock(run.store(), order.key(), run.events()::warning);
        this.slot = new OrderSlot(run.slots());
        this.ledger = new LedgerEntry(order, run.store(), run.events());
    }

    Order order() {
        return order;
    }

    /** How it stands, for the report of a run that was stopped. */
    Optional<RenderState> state() {
        return Optional.ofNullable(state);
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
            forgetJobOf(clip);
            end(Ending.cached(clip, Duration.ZERO));
        });
    }

    /**
     * A run may have died between keeping the clip and forgetting its job; once the clip is pruned, the record would
     * pass for a job to go on with. Without the lock, that run is alive and about to forget it.
     */
    private void forgetJobOf(StoredClip clip) {
        try {
            if (isJobRecordedOf(clip) && lock.take() && isJobRecordedOf(clip)) {
                ledger.abandon();
            }
        } catch (VideogenException e) {
            // The clip is here all the same.
            run.events().warning(e.getMessage());
        }
    }

    private boolean isJobRecordedOf(StoredClip clip) {
        return run.store()
                .ledger()
                .find(order.key())
                .filter(recorded -> isKept(recorded, Optional.of(clip)))
                .isPresent();
    }

    /** A step that may be interrupted, or end the rendering with an error. */
    private interface Step {
        void run() throws InterruptedException;
    }

    private void next(Duration pause, Lane lane, Step step) {
        run.lanes().after(pause, lane, () -> step(step));
    }

    private void step(Step step) {
        if (run.stopping().getAsBoolean()) {
            release();
            return;
        }
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            release();
        } catch (VideogenException e) {
            end(without(e));
        } catch (RuntimeException | Error e) {
            // Errors too: a video that never ends would keep the whole build waiting.
            end(without(Troubles.unexpected(order, e)));
        }
    }

    private void enter() throws InterruptedException {
        if (startedAt == null) {
            startedAt = run.clock().instant();
        }
        if (!lock.take()) {
            waitForOther();
            return;
        }
        Optional<StoredClip> stored = run.store().find(order.key());
        Optional<RenderState> recorded = run.store().ledger().find(order.key());
        if (recorded.isPresent() && isKept(recorded.get(), stored)) {
            // A run died between keeping the clip and forgetting the job.
            ledger.abandon();
            recorded = Optional.empty();
        }
        if (stored.isPresent() && isWanted(stored.get())) {
            end(Ending.cached(stored.get(), elapsed()));
        } else if (run.settings().offline()) {
            end(without(Troubles.offline(order)));
        } else if (recorded.isPresent() && !run.recorded().isForgettable(order, recorded.get())) {
            takeUp(recorded.get());
        } else {
            recorded.ifPresent(ledger::forget);
            plan();
        }
    }

    private void waitForOther() {
        slot.release();
        if (!lock.isAwaited()) {
            run.events().event(order, new RenderEvent.WaitingForOther());
        }
        if (remaining().isZero()) {
            end(without(Troubles.waitedForOther(order, run.settings().jobTimeout())));
        } else {
            next(lock.nextPause(), Lane.POLL, this::enter);
        }
    }

    /** A clip that is to be rendered again is still taken when another build has just done that. */
    private boolean isWanted(StoredClip clip) {
        return PreviewMark.allows(clip, run.settings())
                && (!order.refresh() || clip.facts().completedAt().isAfter(run.startedAt()));
    }

    private static boolean isKept(RenderState recorded, Optional<StoredClip> stored) {
        return recorded.phase() == Phase.DONE
                && stored.filter(clip -> clip.facts().jobId().equals(recorded.jobId()))
                        .isPresent();
    }

    private void plan() throws InterruptedException {
        checkReferences();
        state = RenderState.planned(
                order.key(),
                order.name(),
                order.request().model(),
                run.settings().api().word(),
                run.remote().open().remote().endpoint().toString());
        slot.whenHeld(() -> step(this::advance));
    }

    /** A reference that changed since the key was made would be paid, and kept, as what it no longer is. */
    private void checkReferences() {
        String key = RequestKey.of(
                order.request(), run.settings().preview(), run.store().digests());
        if (!key.equals(order.key())) {
            throw Troubles.referenceChanged(order);
        }
    }

    private void takeUp(RenderState recorded) {
        Optional<VideogenException> obstacle = run.recorded().obstacle(recorded);
        if (obstacle.isPresent()) {
            throw obstacle.get();
        }
        if (run.recorded().isNeedlessResubmit(order, recorded)) {
            run.events()
                    .event(
                            order,
                            new RenderEvent.Warning(
                                    "The job \"" + recorded.jobId().orElse("") + "\" of video \"" + order.name()
                                            + "\" is known and is taken up; videogen.resubmit is not needed."));
        }
        takenUp = true;
        state = recorded.reopened();
        state.jobId().ifPresent(id -> {
            run.jobs().claim(id, order.key());
            run.events().event(order, new RenderEvent.Resumed(id));
        });
        if (state.phase() == Phase.SUBMITTING || state.phase() == Phase.WAITING) {
            slot.takeAtOnce();
        }
        next(Duration.ZERO, laneOf(state), this::advance);
    }

    /** The host's loop of the machine, as far as it goes without a pause or a change of lane. */
    private void advance() throws InterruptedException {
        boolean armed = false;
        while (true) {
            if (run.stopping().getAsBoolean()) {
                if (armed) {
                    disarm();
                }
                release();
                return;
            }
            if (state.phase() == Phase.DONE) {
                keep();
                return;
            }
            takeFromBudget();
            boundDownload();
            Phase before = state.phase();
            Lane lane = laneOf(state);
            Advance step = run.remote().open().machine().advance(order.request(), state);
            if (!accept(step)) {
                next(ADOPTION_PAUSE, lane, this::advance);
                return;
            }
            if (step.stop().isPresent()) {
                end(without(step.stop().get()));
                return;
            }
            if (state.phase() == Phase.FAILED || state.phase() == Phase.UNKNOWN) {
                end(without(state.failure().orElseThrow().toException(state.jobId())));
                return;
            }
            armed = before == Phase.PLANNED;
            if (!step.pause().isZero() || laneOf(state) != lane) {
                pause(step.pause());
                return;
            }
        }
    }

    private void boundDownload() throws InterruptedException {
        if (state.phase() == Phase.DOWNLOADING && !downloading) {
            downloading = true;
            Duration left = remaining();
            run.remote()
                    .open()
                    .sink()
                    .endAt(
                            order.key(),
                            run.clock().instant().plus(left.compareTo(LEAST_DOWNLOAD) < 0 ? LEAST_DOWNLOAD : left));
        }
    }

    private void takeFromBudget() {
        if (state.phase() == Phase.PLANNED && !paidFromBudget) {
            run.guard().take(order);
            paidFromBudget = true;
        }
    }

    /** Makes a step's result the truth; false when the job it found is another's. */
    private boolean accept(Advance step) {
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
        save(step.state());
        step.events().forEach(event -> {
            trouble = event instanceof RenderEvent.Retrying retrying
                    ? Optional.of(retrying.operation() + " failed (" + retrying.reason() + ")")
                    : Optional.empty();
            run.events().event(order, event);
        });
        if (state.phase() == Phase.DOWNLOADING || state.phase() == Phase.DONE) {
            slot.release();
        }
        return true;
    }

    private void save(RenderState after) {
        if (after.phase() != Phase.DONE || !isOutsideStore()) {
            ledger.save(state, after);
        }
        state = after;
    }

    /** Takes back a submission that was recorded and has provably not left. */
    private void disarm() {
        ledger.remove();
        state = null;
    }

    private void pause(Duration pause) {
        Duration left = remaining();
        if (!pause.isZero() && left.isZero()) {
            timeOut();
        } else if (state.phase() == Phase.PLANNED && pause.compareTo(left) > 0) {
            // Sending earlier than the API allowed would be refused again.
            next(left, laneOf(state), this::timeOut);
        } else {
            next(pause.compareTo(left) > 0 ? left : pause, laneOf(state), this::advance);
        }
    }

    private void timeOut() {
        if (state.phase() == Phase.PLANNED) {
            ledger.remove();
        }
        end(without(Troubles.timedOut(state, run.settings().jobTimeout(), trouble)));
    }

    private void keep() {
        Finished finished = new Finished(order, state, run.settings().preview());
        if (isOutsideStore()) {
            end(asItLies(finished));
            return;
        }
        StoredClip clip;
        try {
            clip = run.store().keep(state, finished.facts());
        } catch (VideogenException e) {
            if (e.code().equals("missing_part") && !fetchedAgain) {
                fetchedAgain = true;
                save(finished.toBeFetchedAgain());
                next(Duration.ZERO, laneOf(state), this::advance);
                return;
            }
            run.events()
                    .event(
                            order,
                            new RenderEvent.Warning("The clip of video \"" + order.name()
                                    + "\" is delivered, but could not be kept in the store: " + e.getMessage()));
            end(asItLies(finished));
            return;
        }
        ledger.removeKept();
        end(Ending.completed(source(), clip.videos(), clip.thumbnail(), clip.facts(), elapsed()));
    }

    /** The clip where it was downloaded to, for want of a store that takes it. */
    private Ending asItLies(Finished finished) {
        return finished.asItLies(run.store(), this::outside, source(), elapsed());
    }

    private VideoSource source() {
        if (run.settings().preview() || PreviewMark.isOn(state.jobId())) {
            return VideoSource.PREVIEW;
        }
        return createdHere ? VideoSource.RENDERED : VideoSource.RESUMED;
    }

    private Ending without(VideogenException error) {
        Optional<RenderState> known = Optional.ofNullable(state);
        VideogenException told = known.flatMap(RenderState::jobId)
                .filter(id -> error.jobId().isEmpty())
                .map(error::withJob)
                .orElse(error);
        return Ending.without(known, elapsed(), told);
    }

    private void end(Ending ending) {
        if (ended) {
            return;
        }
        boolean again = false;
        try {
            // Delivered before the lock goes: a later run must not replace the clip while it is copied.
            again = isToBeRenderedAgain(ending);
        } finally {
            if (!again) {
                ended = true;
                run.remote().sink().ifPresent(sink -> sink.discardOutside(order.key()));
                forgetFailure();
                release();
                whenOver.run();
            }
        }
        if (again) {
            release();
            next(Duration.ZERO, Lane.SUBMIT, this::enter);
        }
    }

    /** Tells the end, and whether it was none because the store's clip is damaged. */
    private boolean isToBeRenderedAgain(Ending ending) {
        try {
            whenEnded.accept(ending);
        } catch (VideogenException e) {
            if (!foundDamage) {
                // The store sets the clip aside at the next look, and it is rendered again.
                foundDamage = true;
                run.events().warning(e.getMessage());
                return true;
            }
            whenEnded.accept(ending.undelivered(e));
        } catch (RuntimeException | Error e) {
            whenEnded.accept(ending.undelivered(Troubles.unexpected(order, e)));
        }
        return false;
    }

    /** Once it is reported. */
    private void forgetFailure() {
        if (state == null || state.phase() != Phase.FAILED) {
            return;
        }
        try {
            ledger.abandon();
        } catch (VideogenException e) {
            run.events().warning(e.getMessage());
        }
    }

    private void release() {
        slot.release();
        lock.release();
    }

    private boolean isOutsideStore() {
        return run.remote().sink().filter(sink -> sink.isOutside(order.key())).isPresent();
    }

    private Optional<Path> outside(ArtifactKind kind, int index) {
        return run.remote().sink().flatMap(sink -> sink.outside(order.key(), kind, index));
    }

    private Duration remaining() {
        Duration left = run.settings().jobTimeout().minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration elapsed() {
        if (startedAt == null) {
            return Duration.ZERO;
        }
        Duration elapsed = Duration.between(startedAt, run.clock().instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    private static Lane laneOf(RenderState state) {
        return switch (state.phase()) {
            case PLANNED, SUBMITTING -> Lane.SUBMIT;
            case WAITING -> Lane.POLL;
            case DOWNLOADING, DONE, FAILED, UNKNOWN -> Lane.DOWNLOAD;
        };
    }
}
