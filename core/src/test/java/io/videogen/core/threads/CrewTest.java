package io.videogen.core.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CrewTest {

    private static final int MOST = 3;

    private final Crew crew = new Crew(DaemonThreads.cached("crew-test"), MOST);

    @AfterEach
    void stop() {
        crew.stop();
    }

    @Test
    void no_more_run_at_once_than_allowed_and_all_of_them_run() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            crew.execute(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
                done.countDown();
            });
        }
        done.await();

        assertThat(most.get()).isBetween(1, MOST);
    }

    @Test
    void threads_follow_the_need() throws Exception {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        Semaphore one = new Semaphore(0);
        crew.execute(one::acquireUninterruptibly);
        crew.execute(one::acquireUninterruptibly);
        CountDownLatch done = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            crew.execute(() -> {
                used.add(Thread.currentThread());
                done.countDown();
            });
        }
        done.await();
        one.release(2);

        assertThat(used).hasSize(1);
    }

    @Test
    void one_that_throws_takes_no_turn_from_the_others() throws Exception {
        List<Integer> ran = new CopyOnWriteArrayList<>();
        CountDownLatch done = new CountDownLatch(20);
        for (int i = 0; i < 40; i++) {
            int number = i;
            crew.execute(() -> {
                if (number % 2 == 0) {
                    throw new ExpectedException();
                }
                ran.add(number);
                done.countDown();
            });
        }
        done.await();

        assertThat(ran).hasSize(20);
    }

    @Test
    void what_waits_is_dropped_when_it_stops_and_what_runs_is_interrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(MOST);
        AtomicInteger interrupted = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        for (int i = 0; i < MOST; i++) {
            crew.execute(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                }
            });
        }
        crew.execute(later::incrementAndGet);
        begun.await();
        crew.stop();
        crew.execute(later::incrementAndGet);
        crew.awaitStopped(Duration.ofSeconds(20));

        assertThat(interrupted).hasValue(MOST);
        assertThat(later).hasValue(0);
    }

    /** Ends its thread, quietly. */
    private static final class ExpectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExpectedException() {
            super("as in a test", null, false, false);
            Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
        }
    }
}
