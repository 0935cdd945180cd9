package io.videogen.core.batch;

import static io.videogen.core.batch.BatchFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.VideogenException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Defects of ours, of a library or of a front end: the run ends all the same, and says so. */
@Timeout(30)
class UnexpectedTroubleTest {

    @TempDir
    Path folder;

    private BatchFixture batch;

    @BeforeEach
    void setUp() {
        batch = new BatchFixture(folder);
    }

    @Test
    void anErrorInOneVideoFailsThatVideoAndDoesNotKeepTheRunWaiting() {
        batch.remote.beforeCreate = () -> {
            batch.remote.beforeCreate = () -> {};
            throw new StackOverflowError();
        };

        BatchReport report = batch.run(task("a", "cat"), task("b", "dog"));

        assertThat(report.failures()).singleElement().satisfies(video -> assertThat(
                        video.error().map(VideogenException::code))
                .contains("internal_error"));
        assertThat(batch.remote.createdPrompts).hasSize(1);
    }

    @Test
    void aListenerThatThrowsDoesNotKeepTheRunWaiting() {
        BatchListener broken = new BatchListener() {
            @Override
            public void finished(VideoResult result) {
                throw new IllegalStateException("as in a test");
            }
        };
        VideoBatch run = new VideoBatch(batch.settings().build(), batch.remote, broken, Clock.systemUTC());

        BatchReport report = run.run(List.of(task("a", "refused")));

        assertThat(report.interrupted()).isFalse();
        assertThat(report.failures()).singleElement().satisfies(video -> assertThat(
                        video.error().map(VideogenException::code))
                .contains("insufficient_quota"));
    }
}
