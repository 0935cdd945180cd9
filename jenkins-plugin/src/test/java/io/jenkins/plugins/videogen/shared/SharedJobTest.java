package io.jenkins.plugins.videogen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SharedJobTest {
    private static final int ROUNDS = 500;

    @TempDir
    Path root;

    /** The window between two builds is narrow, so they meet often. */
    @Test
    void whoComesTooLateKnowsTheBuildThatItWaitsFor() throws Exception {
        SharedJobs jobs = new SharedStore(root, 1_000_000, Clock.systemUTC())
                .jobs("https://gateway.example.com", "openai", "an account");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService builds = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String key = key(round);
                SharedJob one = jobs.job(key, "render 1", "one#1");
                SharedJob two = jobs.job(key, "render 2", "two#1");
                List<Future<String>> awaited = builds.invokeAll(List.of(take(one, together), take(two, together)));
                String ofOne = awaited.get(0).get();
                String ofTwo = awaited.get(1).get();
                assertThat(ofOne).isEqualTo(ofTwo.equals("nobody") ? "two#1" : "nobody");
                assertThat(ofTwo).isEqualTo(ofOne.equals("nobody") ? "one#1" : "nobody");
                one.close();
                two.close();
            }
        } finally {
            builds.shutdownNow();
        }
    }

    @Test
    void whoWaitsTakesOverWhenTheOtherLetsGo() {
        SharedJobs jobs = new SharedStore(root, 1_000_000, Clock.systemUTC())
                .jobs("https://gateway.example.com", "openai", "an account");
        SharedJob one = jobs.job(key(1), "render 1", "one#1");
        SharedJob two = jobs.job(key(1), "render 2", "two#1");
        assertThat(one.take()).isTrue();
        assertThat(two.take()).isFalse();
        assertThat(one.isWaitedFor()).isFalse();
        assertThat(two.takeOrWait()).isFalse();
        assertThat(one.isWaitedFor()).isTrue();
        one.close();
        assertThat(two.take()).isTrue();
        assertThat(two.isWaitedFor()).isFalse();
        two.close();
    }

    /** Whom it has to wait for. */
    private static Callable<String> take(SharedJob job, CyclicBarrier together) {
        return () -> {
            together.await();
            return job.take() ? "nobody" : job.worker().orElse("?");
        };
    }

    private static String key(int number) {
        return "%016x".formatted(number).repeat(4);
    }
}
