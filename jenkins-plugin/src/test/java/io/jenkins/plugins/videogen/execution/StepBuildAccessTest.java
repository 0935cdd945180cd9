package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.SettableFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StepBuildAccessTest {
    private static final int STEPS = 20;

    private final FakeBuild build = new FakeBuild();
    private final BlockingQueue<SettableFuture<Void>> writes = new LinkedBlockingQueue<>();

    /** Jenkins writes the whole program for each step that asks: 500 at once waited for 500 writes, twice. */
    @Test
    void stepsThatSaveTheirBuildAtOnceShareOneWrite() throws Exception {
        Thread first = saving();
        SettableFuture<Void> underWay = writes.take();
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            others.add(saving());
        }
        assertThat(writes)
                .as("one that has begun does not have what they ask for")
                .isEmpty();
        underWay.set(null);
        first.join();
        SettableFuture<Void> ofAll = writes.take();
        assertThat(others).allMatch(Thread::isAlive);
        ofAll.set(null);
        for (Thread other : others) {
            other.join();
        }
        assertThat(writes).isEmpty();
    }

    @Test
    void aWriteThatFailsStopsNobody() throws Exception {
        Thread first = saving();
        SettableFuture<Void> underWay = writes.take();
        Thread second = saving();
        underWay.setException(new IllegalStateException("No space left on device"));
        first.join();
        writes.take().set(null);
        second.join();
    }

    @Test
    void buildsDoNotWaitForEachOther() throws Exception {
        Thread ofOne = saving();
        SettableFuture<Void> underWay = writes.take();
        FakeBuild another = new FakeBuild();
        Thread ofAnother = saving(another);
        writes.take().set(null);
        ofAnother.join();
        assertThat(ofOne.isAlive()).isTrue();
        underWay.set(null);
        ofOne.join();
    }

    private Thread saving() {
        return saving(build);
    }

    /** A step that waits for its build to be saved. */
    private Thread saving(FakeBuild saved) {
        FakeStepContext context = new FakeStepContext(saved);
        context.save = () -> {
            SettableFuture<Void> write = SettableFuture.create();
            writes.add(write);
            return write;
        };
        Thread step = new Thread(() -> {
            try {
                new StepBuildAccess(context).save();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        step.start();
        while (step.getState() != Thread.State.TIMED_WAITING && step.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return step;
    }
}
