package io.videogen.core.shared;

import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipRecord;
import java.util.Optional;
import java.util.UUID;

/**
 * What the shared store knows of one key. It is never removed: a removal under a condition is what storages do worst,
 * and a record that vanished would be a fence with a hole.
 *
 * @param key content key of the request
 * @param attempt id of the very write that made this text, so that a lost reply can be told from a lost race
 * @param holder who works on the job; nobody where a build has let go of it in order
 * @param state the job, unless its clip is kept
 * @param clip the latest clip, kept until the next one is
 */
record SharedRecord(
        String key, String attempt, Optional<Holder> holder, Optional<RenderState> state, Optional<ClipRecord> clip) {

    static SharedRecord empty(String key) {
        return new SharedRecord(key, newAttempt(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    SharedRecord held(Holder by, RenderState next) {
        return new SharedRecord(key, newAttempt(), Optional.of(by), Optional.of(next), clip);
    }

    SharedRecord released(Optional<RenderState> as) {
        return new SharedRecord(key, newAttempt(), Optional.empty(), as, clip);
    }

    SharedRecord kept(ClipRecord made) {
        return new SharedRecord(key, newAttempt(), Optional.empty(), Optional.empty(), Optional.of(made));
    }

    boolean isHeldBy(Holder one) {
        return holder.filter(one::isSameRun).isPresent();
    }

    private static String newAttempt() {
        return UUID.randomUUID().toString();
    }
}
