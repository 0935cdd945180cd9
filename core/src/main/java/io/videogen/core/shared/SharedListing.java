package io.videogen.core.shared;

import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipRecord;
import java.util.Comparator;
import java.util.Optional;

/**
 * A line of the shared store's listing.
 *
 * @param key content key
 * @param clip the clip that is kept
 * @param state the job in flight, or how the last one failed
 * @param holder who works on it
 */
public record SharedListing(
        String key, Optional<ClipRecord> clip, Optional<RenderState> state, Optional<Holder> holder) {

    static final Comparator<SharedListing> BY_NAME =
            Comparator.comparing(SharedListing::name).thenComparing(SharedListing::key);

    static SharedListing of(SharedRecord record) {
        return new SharedListing(record.key(), record.clip(), record.state(), record.holder());
    }

    /** The video's name; nothing for a key that was let go of before there was a job. */
    public String name() {
        return clip.map(kept -> kept.facts().name())
                .or(() -> state.map(RenderState::name))
                .orElse("");
    }
}
