package io.videogen.core.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.videogen.core.api.ApiName;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.output.VideoSource;
import io.videogen.core.output.VideoStatus;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import io.videogen.preview.http.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way with real threads and real HTTP: declared video, create, poll, download, store, output folder. */
class VideoBatchOverHttpTest {

    @TempDir
    Path folder;

    private PreviewServer server;
    private Endpoint endpoint;

    @BeforeEach
    void startServer() throws IOException {
        server = PreviewServer.canned();
        endpoint = Endpoint.parse(server.baseUrl(), false);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void rendersOnceAndThenTakesTheClipFromTheStore() throws IOException {
        List<VideoTask> tasks = List.of(task("a", "A cat"), task("b", "A dog"));

        BatchReport first = run(tasks);

        assertThat(first.failures()).isEmpty();
        assertThat(first.spending().jobs()).isEqualTo(2);
        assertThat(first.spending().seconds()).isEqualByComparingTo("8");
        assertThat(first.videos())
                .extracting(video -> video.source().orElseThrow())
                .containsOnly(VideoSource.RENDERED);
        assertThat(folder.resolve("out")).isDirectoryContaining(file -> file.endsWith("a.mp4"));
        assertThat(Files.readString(first.manifest())).contains("\"status\" : \"completed\"");
        assertThat(Files.readString(first.gallery())).contains("A cat").contains("A dog");

        BatchReport second = new VideoBatch(
                        settings().build(),
                        () -> fail("an up-to-date run must not open the remote side"),
                        new BatchListener() {},
                        Clock.systemUTC())
                .run(tasks);

        assertThat(second.videos())
                .extracting(video -> video.source().orElseThrow())
                .containsOnly(VideoSource.CACHE);
        assertThat(server.jobsCreated()).isEqualTo(2);
    }

    @Test
    void aVideoBeginsWithTheLastFrameThatTheApiMadeOfTheOneBefore() throws IOException {
        try (PreviewServer ark = PreviewServer.builder().api(Api.ARK).start()) {
            // Nothing could be cut here.
            BatchReport report = run(ark, ApiName.ARK, List.of(task("a", "It flies"), sequel("a")));

            assertThat(report.failures()).isEmpty();
            List<RecordedRequest> creates = ark.requests().stream()
                    .filter(request -> request.method().equals("POST"))
                    .toList();
            assertThat(creates.get(0).body()).contains("\"return_last_frame\":true");
            assertThat(creates.get(1).body())
                    .contains("\"role\":\"first_frame\"", "data:image/jpeg;base64,")
                    .doesNotContain("return_last_frame");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiName.class,
            names = {"OPENAI", "OPENROUTER", "GEMINI"})
    void aClipIsMadeLongerByTheIdOfItsJob(ApiName api) throws IOException {
        try (PreviewServer real =
                PreviewServer.builder().api(Api.valueOf(api.name())).start()) {
            BatchReport report = run(real, api, List.of(task("a", "It flies"), sequel("a extended")));

            assertThat(report.failures()).isEmpty();
            assertThat(Files.readString(report.manifest()).replaceAll("\\s", ""))
                    .contains("\"durationSeconds\":4", "\"durationSeconds\":8")
                    .doesNotContain("asked");
        }
    }

    @Test
    void oneFailedVideoDoesNotLoseTheOthers() throws IOException {
        server.script().failJobs("broken", "content_policy_violation", "no");

        BatchReport report = run(List.of(task("bad", "broken"), task("good", "A dog")));

        assertThat(report.videos())
                .extracting(VideoResult::status)
                .containsExactly(VideoStatus.FAILED, VideoStatus.COMPLETED);
        assertThat(report.videos().get(0).error().orElseThrow().jobId()).isPresent();
        assertThat(folder.resolve("out/bad.mp4")).doesNotExist();
        assertThat(folder.resolve("out/good.mp4")).isRegularFile();
    }

    @Test
    void anInterruptLeavesTheJobResumableAndTheNextRunTakesItUp() throws Exception {
        server.script().neverFinish("slow");
        List<VideoTask> tasks = List.of(task("slow", "slow"));
        java.util.concurrent.CountDownLatch submitted = new java.util.concurrent.CountDownLatch(1);
        VideoBatch batch = new VideoBatch(
                settings().build(),
                () -> new HttpRemote(settings().build(), endpoint, Optional.empty(), HttpSettings.defaults()),
                new BatchListener() {
                    @Override
                    public void event(String name, io.videogen.core.event.RenderEvent event) {
                        if (event instanceof io.videogen.core.event.RenderEvent.Submitted) {
                            submitted.countDown();
                        }
                    }
                },
                Clock.systemUTC());
        java.util.concurrent.CompletableFuture<BatchReport> running =
                java.util.concurrent.CompletableFuture.supplyAsync(() -> batch.run(tasks));
        submitted.await();

        batch.interrupt();
        BatchReport report = running.get(2, java.util.concurrent.TimeUnit.SECONDS);

        assertThat(report.interrupted()).isTrue();
        assertThat(report.videos().get(0).runsOn()).isTrue();
        assertThat(new VideoBatch(settings().build(), () -> fail("no"), new BatchListener() {}, Clock.systemUTC())
                        .plan(tasks)
                        .videos()
                        .get(0)
                        .line())
                .startsWith("slow: resume ");
        assertThat(server.jobsCreated()).isEqualTo(1);
    }

    @Test
    void whatTheApiTellsAsItsCostIsInManifestGalleryAndSummary() throws IOException {
        try (PreviewServer router = PreviewServer.builder().api(Api.OPENROUTER).start()) {
            BatchReport report = run(router, ApiName.OPENROUTER, List.of(task("a", "A cat"), task("b", "A dog")));

            assertThat(report.failures()).isEmpty();
            assertThat(report.spending().bought()).isEqualTo("8 seconds bought for 0.50 USD");
            assertThat(Files.readString(report.manifest()).replaceAll("\\s", ""))
                    .contains("\"cost\":{\"amount\":0.25,\"unit\":\"USD\",\"source\":\"api\"}");
            assertThat(Files.readString(report.gallery())).contains("0.25 USD");
        }
    }

    private BatchReport run(List<VideoTask> tasks) {
        return run(settings().build(), tasks);
    }

    private BatchReport run(PreviewServer other, ApiName api, List<VideoTask> tasks) {
        Endpoint there = Endpoint.parse(other.baseUrl(), false);
        return run(settings().api(api).endpoint(there).build(), tasks);
    }

    private static BatchReport run(BatchSettings settings, List<VideoTask> tasks) {
        Endpoint there = settings.endpoint().orElseThrow();
        return new VideoBatch(
                        settings,
                        () -> new HttpRemote(settings, there, Optional.empty(), HttpSettings.defaults()),
                        new BatchListener() {},
                        Clock.systemUTC())
                .run(tasks);
    }

    private BatchSettingsBuilder settings() {
        return BatchSettings.builder(folder.resolve("out"), folder.resolve("cache"))
                .endpoint(endpoint)
                .pollInterval(Duration.ofMillis(20));
    }

    private static VideoTask sequel(String continued) {
        return new VideoTask(
                "b",
                VideoRequest.builder("It lands")
                        .model("sora-2")
                        .seconds("4")
                        .set(VideoField.CONTINUES, continued)
                        .build());
    }

    private static VideoTask task(String name, String prompt) {
        return new VideoTask(
                name,
                VideoRequest.builder(prompt)
                        .model("sora-2")
                        .seconds("4")
                        .size("1280x720")
                        .build());
    }
}
