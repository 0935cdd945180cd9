package io.jenkins.plugins.videogen.shared;

import io.videogen.core.engine.Journal;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.KeyLock;
import java.util.Optional;

/**
 * One render's part in the job of a request: it works on it, alone, or waits for the build that does. Who works on it writes
 * it down here for all; who waits takes over what is left when that build ends, dies, or is aborted.
 */
public final class SharedJob implements Journal, AutoCloseable {
    private final ClipStore store;
    private final String key;
    private final String owner;
    private final String build;
    private final String place;
    private KeyLock lock;
    private Optional<String> worker = Optional.empty();

    /** @param place the one name of this job in the memory of this Jenkins */
    SharedJob(String place, ClipStore store, String key, String owner, String build) {
        this.place = place;
        this.store = store;
        this.key = key;
        this.owner = owner;
        this.build = build;
    }

    /** Begins to work on it, if no other build does. */
    public boolean take() {
        return take(false);
    }

    /**
     * Begins to work on it, or waits for the build that does: it is told how the job ends, and the job is not cancelled
     * meanwhile. Both at once, since between a vain try and the waiting the other could end, and what the API has just
     * refused would be sent again.
     */
    public boolean takeOrWait() {
        return take(true);
    }

    private boolean take(boolean elseWait) {
        if (lock == null) {
            worker = WaitingRooms.work(place, owner, build, elseWait);
            if (worker.isEmpty()) {
                lock(elseWait);
            }
        }
        return lock != null;
    }

    private void lock(boolean elseWait) {
        try {
            lock = store.tryLock(key).orElse(null);
        } finally {
            if (lock == null) {
                WaitingRooms.leave(place, owner);
            }
        }
        if (lock == null && elseWait) {
            WaitingRooms.enter(place, owner);
        }
    }

    /** How the job ended that was waited for, where it ended badly. */
    public Optional<RenderState> ending() {
        return WaitingRooms.told(place, owner);
    }

    /** The build that worked on it when this one came too late; empty if that is another process' affair. */
    public Optional<String> worker() {
        return worker;
    }

    /** How it stands, as far as it is recorded. */
    public Optional<RenderState> state() {
        return store.ledger().find(key);
    }

    /** Whether other builds wait for it. */
    public boolean isWaitedFor() {
        return WaitingRooms.isWaitedFor(place);
    }

    public String place() {
        return place;
    }

    @Override
    public void write(RenderState before, RenderState after, boolean durable) {
        store.ledger().write(before, after, durable);
    }

    /** Forgets the job: there is nothing left in it for any build. */
    public void forget() {
        store.ledger().remove(key);
    }

    /**
     * The render has ended without a clip. Who waits for it is told, rather than that each of them buys what has just failed,
     * or looks for what can not be found.
     */
    public void hasFailed(RenderState state) {
        if (state.phase() == Phase.FAILED) {
            forget();
        }
        if (state.phase().isTerminal()) {
            WaitingRooms.tell(place, state);
        }
    }

    /** Leaves it to who waits for it, or to a later build. */
    @Override
    public void close() {
        // The lock goes first: whoever is let in finds it free.
        try {
            if (lock != null) {
                lock.close();
            }
        } finally {
            lock = null;
            WaitingRooms.leave(place, owner);
        }
    }
}
