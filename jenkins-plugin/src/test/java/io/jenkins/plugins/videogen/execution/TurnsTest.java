package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TurnsTest {
    /** Tasks on threads of their own, each ended by hand. */
    private final Queue<Runnable> threads = new ArrayDeque<>();

    private final List<String> ended = new ArrayList<>();

    @Test
    void aLaneThatHangsLeavesRoomForOthers() {
        Turns turns = new Turns(threads::add, 10, 2);
        for (int i = 0; i < 5; i++) {
            submit(turns, "silent", "s" + i);
        }
        submit(turns, "quick", "q");
        assertThat(threads).hasSize(3);
        threads.remove();
        threads.remove();
        endAll();
        assertThat(ended).containsExactly("q");
    }

    @Test
    void whatWaitsInALaneComesInOrder() {
        Turns turns = new Turns(threads::add, 10, 1);
        submit(turns, "a", "1");
        submit(turns, "a", "2");
        submit(turns, "a", "3");
        assertThat(threads).hasSize(1);
        endAll();
        assertThat(ended).containsExactly("1", "2", "3");
    }

    @Test
    void lanesTakeTurns() {
        Turns turns = new Turns(threads::add, 1, 1);
        for (String task : List.of("a1", "a2", "a3", "b1")) {
            submit(turns, task.substring(0, 1), task);
        }
        endAll();
        assertThat(ended).containsExactly("a1", "b1", "a2", "a3");
    }

    @Test
    void aTaskThatFailsGivesItsTurnBack() {
        Turns turns = new Turns(threads::add, 1, 1);
        turns.submit("a", () -> {
            throw new IllegalStateException("broken");
        });
        submit(turns, "b", "b1");
        try {
            threads.remove().run();
        } catch (IllegalStateException e) {
            ended.add(e.getMessage());
        }
        endAll();
        assertThat(ended).containsExactly("broken", "b1");
    }

    private void submit(Turns turns, String lane, String task) {
        turns.submit(lane, () -> ended.add(task));
    }

    private void endAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }
}
