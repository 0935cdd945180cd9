package io.videogen.preview.fault;

import java.util.List;
import java.util.Random;

/** Chooses a fault for each request. Called from several threads at once. */
@FunctionalInterface
public interface FaultPlan {
    /**
     * @param number of the request, from 1
     * @param method such as {@code POST}
     * @param target path and query as sent
     */
    ConnectionFault choose(int number, String method, String target);

    /** One fault after the other, then none. */
    static FaultPlan inOrder(ConnectionFault... faults) {
        List<ConnectionFault> list = List.of(faults);
        return (number, method, target) -> number <= list.size() ? list.get(number - 1) : new ConnectionFault.None();
    }

    /** Faults drawn by a seed; the same seed gives the same faults by number of the request. */
    static FaultPlan random(long seed, double probability, ConnectionFault... faults) {
        return (number, method, target) -> {
            Random random = new Random(seed * 31 + number);
            // The first numbers of neighbouring seeds are alike.
            random.nextLong();
            return random.nextDouble() < probability
                    ? faults[random.nextInt(faults.length)]
                    : new ConnectionFault.None();
        };
    }
}
