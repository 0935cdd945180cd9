package io.videogen.it.bench.shared;

import io.videogen.core.shared.Course;
import io.videogen.core.shared.SharedEntry;
import io.videogen.core.shared.SharedStore;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.KeyLock;
import io.videogen.it.bench.Times;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Takes one clip of another machine: looks at its record, fetches it, checks it and keeps it. Arguments: store, folder,
 * key; prints the seconds.
 */
public final class HitSide {

    private HitSide() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Path cache = Path.of(arguments[1]).resolve("cache");
        String key = arguments[2];
        SharedStore store = MachineSide.store(arguments[0], Path.of(arguments[1]), () -> {});
        SharedEntry entry = store.entry(key);
        if (entry.look(false, false) != Course.TAKE_CLIP) {
            throw new IllegalStateException("no clip of " + key);
        }
        ClipStore local = ClipStore.open(cache, Clock.systemUTC(), System.out::println);
        KeyLock lock = local.tryLock(key).orElseThrow();
        store.fetch(entry.clip().orElseThrow(), local).orElseThrow();
        lock.close();
        System.out.println("{\"seconds\":" + Times.since(start) + "}");
        System.exit(0);
    }
}
