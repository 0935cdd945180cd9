package io.jenkins.plugins.videogen.execution;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Fair turns on shared threads. Tasks wait in lanes; of one lane only so many run at once, so that what all wait for one
 * silent endpoint leaves the threads of others alone; and lanes take turns, so that a long one starves no short one.
 */
final class Turns {
    private final Executor threads;
    private final int most;
    private final int mostOfALane;

    /** Lanes that have something to do. */
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    private int running;
    private long turns;

    /**
     * @param threads starts each task at once, on a thread of its own
     * @param most how many tasks run at once
     * @param mostOfALane how many of them are of one lane
     */
    Turns(Executor threads, int most, int mostOfALane) {
        this.threads = threads;
        this.most = most;
        this.mostOfALane = mostOfALane;
    }

    /** Runs a task when its turn comes. */
    synchronized void submit(String lane, Runnable task) {
        lanes.computeIfAbsent(lane, name -> new Lane()).waiting.add(task);
        startNext();
    }

    private void startNext() {
        while (running < most) {
            Optional<Lane> next = lanes.values().stream()
                    .filter(lane -> !lane.waiting.isEmpty() && lane.running < mostOfALane)
                    .min(Comparator.comparingLong(lane -> lane.lastTurn));
            if (next.isEmpty()) {
                return;
            }
            Lane lane = next.get();
            Runnable task = lane.waiting.remove();
            lane.lastTurn = ++turns;
            lane.running++;
            running++;
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    ended(lane);
                }
            });
        }
    }

    private synchronized void ended(Lane lane) {
        running--;
        lane.running--;
        lanes.values().removeIf(each -> each.running == 0 && each.waiting.isEmpty());
        startNext();
    }

    private static final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
        private long lastTurn;
    }
}
