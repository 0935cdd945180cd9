package io.videogen.it.bench;

import java.util.List;
import java.util.concurrent.Callable;

/** Wall times and what is made of several of them. */
public final class Times {

    private Times() {}

    /** Seconds that the work takes. */
    public static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return since(start);
    }

    /** Seconds since a {@link System#nanoTime()}. */
    public static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
