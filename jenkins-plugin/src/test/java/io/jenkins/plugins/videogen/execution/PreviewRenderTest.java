package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.FilePath;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.config.Settings;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.file.Sha256;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Core over HTTP, against a server that speaks the API. */
class PreviewRenderTest {
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    @TempDir
    Path workspace;

    private final FakeBuild build = new FakeBuild();
    private final Settings settings = new FakeSurroundings(null);
    private final Surroundings surroundings =
            new Surroundings(settings, HttpAccount::new, new NodeWorkspaces(settings));
    private GenerateVideoStep step;
    private PreviewServer api;

    @BeforeEach
    void start() throws IOException {
        api = PreviewServer.canned();
        build.node = new FilePath(workspace.toFile());
        step = new GenerateVideoStep("A cat");
        step.setEndpoint(api.baseUrl() + "/v1/");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void rendersIntoTheWorkspace() throws Exception {
        Map<String, Object> result = finish();
        Path clip = workspace.resolve("video.mp4");
        assertThat(clip).hasSize((Long) result.get("bytes"));
        assertThat(result).containsEntry("sha256", Sha256.of(clip));
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void sendsTheTokenOfWithCredentials() throws Exception {
        api.script().requireToken("sk-0123456789");
        build.env.put("VIDEOGEN_TOKEN", "sk-0123456789");
        assertThat(finish()).containsEntry("status", "completed");
        assertThat(build.log()).doesNotContain("sk-0123456789");
    }

    @Test
    void saysHowToGiveAToken() {
        api.script().requireToken("sk-0123456789");
        assertThatThrownBy(this::finish).satisfies(error -> assertThat(Failures.of(error))
                .hasMessageContainingAll("No token was given", "set credentialsId", "Credentials", "bind the variable")
                .hasMessageNotContainingAny("settings.xml", "serverId", "videogen."));
    }

    @Test
    void sendsAReferenceImageOfTheWorkspace() throws Exception {
        Files.write(workspace.resolve("cat.png"), Base64.getDecoder().decode(PIXEL));
        step.setInputReference("cat.png");
        finish();
        assertThat(api.requests().stream().filter(request -> request.method().equals("POST")))
                .singleElement()
                .satisfies(create -> assertThat(create.files()).hasSize(1));
    }

    @Test
    void sendsFramesAndReferencesInTheirPlaces() throws Exception {
        Files.write(workspace.resolve("cat.png"), Base64.getDecoder().decode(PIXEL));
        try (PreviewServer router = PreviewServer.builder().api(Api.OPENROUTER).start()) {
            step.setEndpoint(router.baseUrl());
            step.setApi("openrouter");
            step.setModel("google/veo-3.1");
            step.setFirstFrame("cat.png");
            step.setLastFrame("https://a.example/b.png");
            finish();
            assertThat(router.requests().get(0).body())
                    .contains("\"first_frame\"", PIXEL, "\"last_frame\"", "https://a.example/b.png");
        }
        step = new GenerateVideoStep("A cat");
        try (PreviewServer ark = PreviewServer.builder().api(Api.ARK).start()) {
            step.setEndpoint(ark.baseUrl());
            step.setApi("ark");
            step.setModel("seedance");
            step.setReferences(
                    List.of("cat.png", Map.of("file", "https://a.example/w.mp4", "role", "reference_video")));
            finish();
            assertThat(ark.requests().get(0).body())
                    .contains("\"reference_image\"", PIXEL, "\"reference_video\"", "https://a.example/w.mp4");
        }
    }

    @Test
    void aLostReplyIsLookedUpAndNotRepeated() throws Exception {
        api.script().on(Operation.CREATE, 1, Faults.dropAfter());
        assertThat(finish()).containsEntry("status", "completed");
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void aFieldThatTheApiHasNoPlaceForIsNamedBeforeAnythingIsSent() {
        step.setWatermark(true);
        assertThatThrownBy(this::finish).isInstanceOf(VideogenException.class).hasMessageContaining("watermark");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void aReferenceImageOfARequestThatIsRefusedDoesNotStayOnTheController() throws Exception {
        String name = "cat-" + UUID.randomUUID() + ".png";
        Files.write(workspace.resolve(name), Base64.getDecoder().decode(PIXEL));
        step = new GenerateVideoStep(" ");
        step.setEndpoint(api.baseUrl());
        step.setInputReference(name);
        assertThatThrownBy(this::finish).isInstanceOf(VideogenException.class).hasMessageContaining("prompt");
        try (Stream<Path> copies =
                Files.find(Path.of(System.getProperty("java.io.tmpdir")), 2, (path, type) -> path.endsWith(name))) {
            assertThat(copies.filter(copy -> !copy.startsWith(workspace))).isEmpty();
        }
    }

    @Test
    void anAbortedBuildLeavesNoUnfinishedClipInTheWorkspace() throws Exception {
        api.script().on(Operation.CONTENT, Faults.truncate(1000));
        VideoRender render = render();
        while (filesOfWorkspace().isEmpty()) {
            render.step();
        }
        render.abandon(true);
        render.close();
        assertThat(filesOfWorkspace()).isEmpty();
        assertThat(build.log()).contains("its clip was not fetched");
    }

    private List<Path> filesOfWorkspace() throws IOException {
        try (Stream<Path> files = Files.list(workspace)) {
            return files.toList();
        }
    }

    private VideoRender render() {
        Clock clock = Clock.systemUTC();
        RenderProgress progress =
                new RenderProgress(clock.instant().plus(Duration.ofMinutes(5)).toEpochMilli());
        return new VideoRender(step, step.fileOrDefault(), progress, build, surroundings, clock, new SubmissionGate());
    }

    private Map<String, Object> finish() throws Exception {
        VideoRender render = render();
        try {
            Next next = render.step();
            while (next instanceof Next.Again) {
                next = render.step();
            }
            return ((Next.Done) next).result();
        } finally {
            render.close();
        }
    }
}
