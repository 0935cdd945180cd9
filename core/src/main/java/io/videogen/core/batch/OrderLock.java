package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.KeyLock;
import java.time.Duration;
import java.util.function.Consumer;

/** The exclusive right to work on one key, asked for ever more rarely while another build has it. */
final class OrderLock {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE_FROM_AFAR = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE_FROM_AFAR = Duration.ofSeconds(5);

    private final ClipStore store;
    private final String key;
    private final Consumer<String> warnings;
    private Duration pause = Duration.ZERO;
    private KeyLock lock;

    OrderLock(ClipStore store, String key, Consumer<String> warnings) {
        this.store = store;
        this.key = key;
        this.warnings = warnings;
    }

    /** Whether it is this order's now. */
    boolean take() {
        if (lock == null) {
            lock = store.tryLock(key).orElse(null);
        }
        return lock != null;
    }

    /** How long to wait before the next try. */
    Duration nextPause() {
        return longer(FIRST_PAUSE, LONGEST_PAUSE);
    }

    /** The same for a build on another machine, which is asked over the network. */
    Duration nextPauseFromAfar() {
        return longer(FIRST_PAUSE_FROM_AFAR, LONGEST_PAUSE_FROM_AFAR);
    }

    private Duration longer(Duration first, Duration longest) {
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        pause = pause.isZero() ? first : longer.compareTo(longest) > 0 ? longest : longer;
        return pause;
    }

    void release() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (VideogenException e) {
            warnings.accept(e.getMessage());
        }
        lock = null;
    }
}
