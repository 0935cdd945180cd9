package io.videogen.core.batch;

import static io.videogen.core.batch.BatchFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.http.Endpoint;
import io.videogen.core.output.VideoSource;
import io.videogen.core.output.VideoStatus;
import io.videogen.preview.PreviewServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preview server that runs by itself and is given to a build as its endpoint. */
class PreviewMarkTest {

    @TempDir
    Path folder;

    private BatchFixture batch;

    @BeforeEach
    void setUp() {
        batch = new BatchFixture(folder);
        batch.remote.idPrefix = PreviewServer.JOB_MARK;
    }

    @Test
    void itsClipsAreToldAsPreviewsAlsoFromTheStore() {
        assertThat(batch.run(task("a", "cat")).videos().get(0).source()).contains(VideoSource.PREVIEW);
        assertThat(batch.run(task("a", "cat")).videos().get(0).source()).contains(VideoSource.PREVIEW);
        assertThat(batch.remote.createdPrompts).hasSize(1);
    }

    @Test
    void itsClipsNeverPassForThoseOfARealEndpoint() {
        batch.run(task("a", "cat"));
        FakeRemote real = new FakeRemote("https://real.example.com", batch.time);
        BatchSettingsBuilder settings = batch.settings().endpoint(Endpoint.parse("https://real.example.com", false));

        assertThat(batch.plan(settings, task("a", "cat"))).contains("a: new");
        BatchReport report = batch.batch(settings, real).run(List.of(task("a", "cat")));

        assertThat(report.videos().get(0).source()).contains(VideoSource.RENDERED);
        assertThat(real.createdPrompts).containsExactly("cat");
        assertThat(batch.plan(settings, task("a", "cat"))).contains("a: cached");
    }

    @Test
    void aSubmissionThatWasLostWithItsServerBlocksNobody() {
        batch.remote.preview = true;
        batch.remote.loseCreateReplies = true;
        assertThat(batch.run(task("a", "cat")).videos().get(0).status()).isEqualTo(VideoStatus.UNKNOWN);
        FakeRemote real = new FakeRemote("https://real.example.com", batch.time);
        BatchSettingsBuilder settings = batch.settings().endpoint(Endpoint.parse("https://real.example.com", false));

        assertThat(batch.plan(settings, task("a", "cat"))).contains("a: new");
        assertThat(batch.plan(batch.settings(), task("a", "cat"))).contains("a: new");
        BatchReport report = batch.batch(settings, real).run(List.of(task("a", "cat")));

        assertThat(report.videos().get(0).source()).contains(VideoSource.RENDERED);
    }

    @Test
    void aLostSubmissionToAServerThatDidNotSayThatItIsAPreviewStaysUnknown() {
        batch.remote.loseCreateReplies = true;
        batch.run(task("a", "cat"));
        FakeRemote real = new FakeRemote("https://real.example.com", batch.time);
        BatchSettingsBuilder settings = batch.settings().endpoint(Endpoint.parse("https://real.example.com", false));

        BatchReport report = batch.batch(settings, real).run(List.of(task("a", "cat")));

        assertThat(report.failures()).hasSize(1);
        assertThat(real.createdPrompts).isEmpty();
    }

    @Test
    void anIdWithoutTheMarkIsBelievedMoreThanWhatTheServerSaidBefore() {
        batch.remote.preview = true;
        batch.remote.idPrefix = "";
        batch.remote.renderTime = Duration.ofDays(1);
        batch.run(task("a", "cat"));
        BatchSettingsBuilder settings = batch.settings().endpoint(Endpoint.parse("https://real.example.com", false));

        assertThat(batch.plan(settings, task("a", "cat"))).contains("a: resume job_1");
    }

    @Test
    void theMarkCountsBehindThePathThatAnApiPutsBeforeAnId() {
        assertThat(PreviewMark.isOn(Optional.of("text2video/videogen-preview-1")))
                .isTrue();
        assertThat(PreviewMark.isOn(Optional.of("text2video/1"))).isFalse();
    }
}
