package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VideogenThreadsTest {

    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        answer.countDown();
        VideogenThreads.shutDown();
    }

    @Test
    void eightEndpointsThatNeverAnswerHoldUpNoOther() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        for (int endpoint = 0; endpoint < 8; endpoint++) {
            for (int call = 0; call < VideogenThreads.MOST_CALLS_OF_A_LANE; call++) {
                schedule("https://silent-" + endpoint, this::awaitAnswer);
            }
        }

        schedule("https://quick", reached::countDown);

        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void schedule(String lane, Runnable task) {
        VideogenThreads.schedule(lane, task, Duration.ZERO, false, () -> {});
    }

    private void awaitAnswer() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
