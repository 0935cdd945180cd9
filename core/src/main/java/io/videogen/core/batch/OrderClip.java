package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.output.VideoSource;
import io.videogen.core.store.MissingPartException;
import io.videogen.core.store.StoredClip;
import java.nio.file.Path;
import java.util.Optional;

/** The store as one order sees it: the clip that may be there, and the way of a new one into it or around it. */
final class OrderClip {

    private final Order order;
    private final BatchContext run;
    private final LedgerEntry ledger;
    private final Optional<String> jobBefore;
    private boolean fetchedAgain;

    OrderClip(Order order, BatchContext run, LedgerEntry ledger) {
        this.order = order;
        this.run = run;
        this.ledger = ledger;
        this.jobBefore = order.refresh()
                ? run.store().peek(order.key()).flatMap(clip -> clip.facts().jobId())
                : Optional.empty();
    }

    /**
     * A clip that is to be rendered again is still taken when another build has just done that. Its times are not
     * looked at: it may come from a machine whose clock is ahead.
     */
    boolean isWanted(StoredClip clip) {
        return PreviewMark.allows(clip, run.settings())
                && (!order.refresh() || !clip.facts().jobId().equals(jobBefore));
    }

    /**
     * Whether the record is of the very job that made the clip, however far the record is: the clip may have come from
     * another machine, which went on with the job. A submission whose job was found there is told by its time.
     */
    static boolean isKept(RenderState recorded, Optional<StoredClip> stored) {
        boolean hasJob = recorded.phase() == Phase.DONE || recorded.jobId().isPresent();
        return stored.filter(clip -> hasJob
                        ? clip.facts().jobId().equals(recorded.jobId())
                        : recorded.submittedAt()
                                .filter(clip.facts().createdAt()::equals)
                                .isPresent())
                .isPresent();
    }

    /**
     * A run may have died between keeping the clip and forgetting its job; once the clip is pruned, the record would
     * pass for a job to go on with. Without the lock, that run is alive and about to forget it.
     */
    void forgetJobOf(StoredClip clip, OrderLock lock) {
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

    /** Whether the store could not take a file, so that it can not keep the clip. */
    boolean isOutsideStore() {
        return run.remote().sink().filter(sink -> sink.isOutside(order.key())).isPresent();
    }

    /**
     * Makes the files of a finished render a clip of the store; where that fails, they are delivered from where they
     * are.
     *
     * @return nothing when a file is gone, and is to be fetched again
     */
    Optional<Ending> keep(RenderState done, boolean createdHere, OrderTime time) {
        Finished finished = new Finished(order, done, run.settings().preview());
        VideoSource source = source(done, createdHere);
        if (isOutsideStore()) {
            return Optional.of(finished.asItLies(run.store(), this::outside, source, time.elapsed()));
        }
        StoredClip clip;
        try {
            clip = run.store().keep(done, finished.facts());
        } catch (VideogenException e) {
            if (e instanceof MissingPartException && !fetchedAgain) {
                fetchedAgain = true;
                return Optional.empty();
            }
            run.events()
                    .event(
                            order,
                            new RenderEvent.Warning(Message.text(
                                    "The clip of video \"%s\" is delivered, but could not be kept in the store: %s",
                                    order.name(), e.getMessage())));
            return Optional.of(finished.asItLies(run.store(), this::outside, source, time.elapsed()));
        }
        ledger.removeKept();
        return Optional.of(
                Ending.completed(source, clip.videos(), clip.stills(), clip.facts(), time.elapsed(), done.cost()));
    }

    /** Removes what is outside the store, once it is delivered or given up. */
    void discardOutside() {
        run.remote().sink().ifPresent(sink -> sink.discardOutside(order.key()));
    }

    private VideoSource source(RenderState done, boolean createdHere) {
        if (run.settings().preview() || PreviewMark.isOn(done.jobId())) {
            return VideoSource.PREVIEW;
        }
        return createdHere ? VideoSource.RENDERED : VideoSource.RESUMED;
    }

    private Optional<Path> outside(ArtifactKind kind, int index) {
        return run.remote().sink().flatMap(sink -> sink.outside(order.key(), kind, index));
    }
}
