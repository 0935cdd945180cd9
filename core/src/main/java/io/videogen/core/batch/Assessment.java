package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.shared.Holder;
import io.videogen.core.store.StoredClip;
import java.time.Instant;
import java.util.Optional;

/**
 * What has to be done for an order, as the disk and the store of many machines tell it.
 *
 * @param shared the latter's view of the order, where there is one
 * @param stored the clip, if the store of this machine has it and it may be used
 * @param jobId job of an earlier run that would be taken up
 * @param since when a submission of unknown outcome left
 * @param build the build on another machine that is waited for
 * @param obstacle why nothing can be done
 */
record Assessment(
        Order order,
        Optional<SharedOrder> shared,
        PlannedVideo.Action action,
        Optional<StoredClip> stored,
        Optional<String> jobId,
        Optional<Instant> since,
        Optional<String> build,
        Optional<VideogenException> obstacle) {

    /** Of which nothing else is known. */
    static Assessment of(Order order, Optional<SharedOrder> shared, PlannedVideo.Action action) {
        return of(order, shared, action, Optional.empty());
    }

    private static Assessment of(
            Order order, Optional<SharedOrder> shared, PlannedVideo.Action action, Optional<String> jobId) {
        return new Assessment(
                order, shared, action, Optional.empty(), jobId, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Assessment cached(Order order, Optional<SharedOrder> shared, StoredClip clip) {
        return new Assessment(
                order,
                shared,
                PlannedVideo.Action.CACHED,
                Optional.of(clip),
                clip.facts().jobId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The clip is on another machine alone. */
    static Assessment taken(Order order, SharedOrder shared) {
        Optional<String> jobId = shared.clip().flatMap(clip -> clip.facts().jobId());
        return of(order, Optional.of(shared), PlannedVideo.Action.CACHED, jobId);
    }

    /** Another machine is at it. */
    static Assessment waiting(Order order, SharedOrder shared) {
        return new Assessment(
                order,
                Optional.of(shared),
                PlannedVideo.Action.WAIT,
                Optional.empty(),
                shared.state().flatMap(RenderState::jobId),
                Optional.empty(),
                shared.holder().map(Holder::build),
                Optional.empty());
    }

    /** A render that is on record. */
    static Assessment goingOn(Order order, Optional<SharedOrder> shared, RenderState state) {
        boolean unknown = state.phase() == Phase.SUBMITTING || state.phase() == Phase.UNKNOWN;
        return new Assessment(
                order,
                shared,
                unknown ? PlannedVideo.Action.UNKNOWN : PlannedVideo.Action.RESUME,
                Optional.empty(),
                state.jobId(),
                state.submittedAt(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, of which nothing can be done. */
    Assessment because(VideogenException why) {
        return new Assessment(order, shared, action, stored, jobId, since, build, Optional.of(why));
    }

    /** Whether the clip is on this machine. */
    boolean isCached() {
        return stored.isPresent();
    }

    /** Whether the clip is on this machine, and the other machines still wait for it. */
    boolean isOwed() {
        return isCached() && shared.filter(SharedOrder::isOwed).isPresent();
    }

    /** Whether a job would be created. */
    boolean isNew() {
        return action == PlannedVideo.Action.NEW;
    }

    /** Whether a job may be created: here at once, or should the other machine give up. */
    boolean mayCreate() {
        return isNew() || action == PlannedVideo.Action.WAIT;
    }

    PlannedVideo planned(String name) {
        return new PlannedVideo(name, action, jobId, since, build, obstacle);
    }
}
