package io.videogen.core.batch;

import static io.videogen.core.batch.BatchFixture.clips;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker that a slow disk holds up while the run is stopped, and that goes on after the report. */
@Timeout(30)
class LateWorkerTest {

    @TempDir
    Path folder;

    @Test
    void aClipThatComesAfterTheReportOfAStoppedRunIsNotPutIntoTheFolder() throws Exception {
        BatchFixture batch = new BatchFixture(folder);
        FakeRemote remote = new FakeRemote(BatchFixture.HERE, Clock.systemUTC());
        remote.renderTime = Duration.ZERO;
        remote.mostClips = 1;
        CountDownLatch delivering = new CountDownLatch(1);
        CountDownLatch reported = new CountDownLatch(1);
        List<Thread> workers = new ArrayList<>();
        List<VideoResult> told = new ArrayList<>();
        BatchListener slow = new BatchListener() {
            @Override
            public void warning(String message) {
                workers.add(Thread.currentThread());
                delivering.countDown();
                awaitWhateverComes(reported);
                // As on a disk that is slow to notice.
                Thread.interrupted();
            }

            @Override
            public void finished(VideoResult result) {
                told.add(result);
            }
        };
        VideoBatch stopped = new VideoBatch(batch.settings().build(), remote, slow, Clock.systemUTC());
        FutureTask<BatchReport> run = new FutureTask<>(() -> stopped.run(List.of(clips("a", "cat", 2))));
        new Thread(run).start();
        delivering.await();

        stopped.interrupt();
        BatchReport report = run.get();
        reported.countDown();
        workers.get(0).join();

        assertThat(report.interrupted()).isTrue();
        assertThat(told).isEqualTo(report.videos()).singleElement().satisfies(video -> {
            assertThat(video.isCompleted()).isFalse();
            assertThat(video.error().orElseThrow())
                    .hasMessageContainingAll(
                            "before the clip of video \"a\" was delivered", "run the same build again");
        });
        assertThat(files()).containsExactlyInAnyOrder("index.html", "videogen.json");
        assertThat(Files.readString(report.manifest())).doesNotContain(".mp4");

        assertThat(batch.batch(batch.settings(), remote)
                        .run(List.of(clips("a", "cat", 2)))
                        .failures())
                .isEmpty();
        assertThat(remote.createdPrompts).hasSize(1);
    }

    private static void awaitWhateverComes(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // The disk does not notice either.
                continue;
            }
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
