package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.store.StoredClip;
import java.time.Instant;
import java.util.Optional;

/**
 * What has to be done for an order, as the disk tells it.
 *
 * @param stored the clip, if the store has it and it may be used
 * @param jobId job of an earlier run that would be taken up
 * @param since when a submission of unknown outcome left
 * @param obstacle why nothing can be done
 */
record Assessment(
        Order order,
        PlannedVideo.Action action,
        Optional<StoredClip> stored,
        Optional<String> jobId,
        Optional<Instant> since,
        Optional<VideogenException> obstacle) {

    static Assessment cached(Order order, StoredClip clip) {
        return new Assessment(
                order,
                PlannedVideo.Action.CACHED,
                Optional.of(clip),
                clip.facts().jobId(),
                Optional.empty(),
                Optional.empty());
    }

    boolean isCached() {
        return action == PlannedVideo.Action.CACHED;
    }

    /** Whether a job would be created. */
    boolean isNew() {
        return action == PlannedVideo.Action.NEW;
    }

    PlannedVideo planned(String name) {
        return new PlannedVideo(name, action, jobId, since, obstacle);
    }
}
