package io.videogen.core.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ErrandTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final AtomicBoolean interrupted = new AtomicBoolean();

    @AfterEach
    void end() {
        one.shutdownNow();
    }

    private void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            interrupted.set(true);
        }
    }

    @Test
    void it_is_interrupted_where_it_waits_and_then_over() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Errand errand = Errand.start(one, () -> {
            begun.countDown();
            wait(new CountDownLatch(1));
        });
        begun.await();

        errand.interrupt();
        errand.join(LONG);

        assertThat(interrupted).isTrue();
    }

    @Test
    void one_that_has_not_begun_begins_interrupted() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        one.execute(() -> wait(busy));
        Errand errand = Errand.start(one, () -> wait(new CountDownLatch(1)));

        errand.interrupt();
        busy.countDown();
        errand.join(LONG);

        assertThat(interrupted).isTrue();
    }

    @Test
    void who_uses_the_thread_after_it_is_not_interrupted() throws Exception {
        Errand careless = Errand.start(one, () -> Thread.currentThread().interrupt());
        careless.join(LONG);
        careless.interrupt();

        assertThat(one.submit(() -> Thread.currentThread().isInterrupted()).get())
                .isFalse();
    }
}
