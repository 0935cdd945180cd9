package io.videogen.it.bench.shared;

import io.videogen.core.shared.Course;
import io.videogen.core.shared.SharedStore;
import io.videogen.it.bench.Times;
import java.nio.file.Path;

/**
 * What a machine does before anything can be waited for: it opens the storage's client and asks for clips that nobody
 * has, one by one. Arguments: store, folder, clips; prints the seconds and those of the processor.
 */
public final class AskingSide {

    private AskingSide() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        SharedStore store = MachineSide.store(arguments[0], Path.of(arguments[1]), () -> {});
        for (int number = 0; number < Integer.parseInt(arguments[2]); number++) {
            if (store.entry("%064x".formatted(9_000_000_000L + number)).look(false, false) != Course.SUBMIT) {
                throw new IllegalStateException("somebody has clip " + number);
            }
        }
        System.out.println("{\"seconds\":" + Times.since(start) + ",\"cpu\":" + MachineSide.cpu() + "}");
        System.exit(0);
    }
}
