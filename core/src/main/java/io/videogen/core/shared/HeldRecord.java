package io.videogen.core.shared;

import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.shared.SafeStorage.Result;
import java.time.Instant;
import java.util.Optional;

/**
 * The record of one key as this run knows it, and whether this run is its holder. Every write names the version that is
 * known, so that it fails if anyone has written since; then the other one is known.
 */
final class HeldRecord {

    private final String key;
    private final SharedRun run;

    private SharedRecord content;
    private Optional<String> version = Optional.empty();
    private boolean held;
    /** Whether a write that was lost has shown how the record stands, and no look has made use of that yet. */
    private boolean shown;

    private Instant confirmedAt = Instant.MIN;
    /** What the record is to tell, whether the storage has heard of it or not; nothing once the claim is taken back. */
    private Optional<RenderState> latest = Optional.empty();

    HeldRecord(String key, SharedRun run) {
        this.key = key;
        this.run = run;
        this.content = SharedRecord.empty(key);
    }

    SharedRecord content() {
        return content;
    }

    /** Tells it from every other state of the record; nothing where there is none. */
    Optional<String> version() {
        return version;
    }

    boolean isHeld() {
        return held;
    }

    boolean isShown() {
        return shown;
    }

    /** Reads it, unless a write that was lost has just shown it. */
    void look() throws InterruptedException {
        if (!shown) {
            read();
        }
        shown = false;
    }

    private void read() throws InterruptedException {
        see(run.storage().read(name()));
        shown = false;
    }

    /** Becomes the holder, or stays it. */
    boolean hold(RenderState state) throws InterruptedException {
        latest = Optional.of(state);
        Instant before = run.clock().instant();
        Holder holder =
                content.holder().filter(run.me()::isSameRun).orElse(run.me().at(before));
        boolean answered = false;
        try {
            boolean written = write(content.held(holder, state));
            answered = true;
            confirmedAt = before;
            return written;
        } finally {
            if (!answered && state.phase() == Phase.PLANNED) {
                content.state().ifPresent(claimed -> run.marks().unsent(key, run.me(), claimed));
            }
        }
    }

    boolean isStillOurs() throws InterruptedException {
        while (held && !run.isYounger(confirmedAt, run.times().claimIsFresh())) {
            Instant before = run.clock().instant();
            read();
            confirmedAt = before;
        }
        return held;
    }

    /** Brings to the storage what an outage may have kept from it. */
    boolean beat() throws InterruptedException {
        return held && (latest.isPresent() ? hold(latest.get()) : end(content.released(latest)));
    }

    void letGo(Optional<RenderState> as) throws InterruptedException {
        if (!held) {
            return;
        }
        latest = as.or(() -> latest);
        if (latest.filter(state -> !Standing.left(state).isOver()).isEmpty()) {
            end(content.released(latest));
        } else {
            // The mark stays: should the clip be kept on this machine, the others have not got it yet.
            write(content.released(latest));
        }
    }

    void withdraw(Optional<RenderState> unsent) throws InterruptedException {
        latest = Optional.empty();
        boolean told = false;
        try {
            told = held && end(content.released(latest));
        } finally {
            if (!told) {
                unsent.ifPresent(state -> run.marks().unsent(key, run.me(), state));
            }
        }
    }

    /** Writes the last words of this run, if it still is the holder. */
    boolean end(SharedRecord last) throws InterruptedException {
        Optional<Holder> holder = content.holder();
        boolean written = held && write(last);
        held = false;
        run.marks().letsGo(key);
        holder.filter(us -> written).ifPresent(us -> run.notes().tell(us, key));
        return written;
    }

    private boolean write(SharedRecord next) throws InterruptedException {
        byte[] text = SharedRecordJson.write(next);
        Result result = version.isPresent()
                ? run.storage().replace(name(), version.get(), text)
                : run.storage().claim(name(), text);
        if (result instanceof Result.Won won) {
            content = next;
            version = Optional.of(won.written().version());
            shown = false;
            if (!held && next.isHeldBy(run.me())) {
                run.marks().holds(key, run.me());
            }
            held = next.isHeldBy(run.me());
            return true;
        }
        see(((Result.Lost) result).present());
        shown = true;
        return false;
    }

    private void see(Optional<Versioned> present) {
        // Read before its version counts: one that is damaged, or newer than this program, must not be written over.
        content = present.map(found -> SharedRecordJson.read(key, found.content()))
                .orElseGet(() -> SharedRecord.empty(key));
        version = present.map(Versioned::version);
        held = held && content.isHeldBy(run.me());
    }

    private String name() {
        return SharedStore.JOBS + key + SharedStore.SUFFIX;
    }
}
