package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.shared.SharedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clip of one build is taken by the next that makes the same request. */
class SharedClipsTest {
    private final FakeApi api = new FakeApi();
    private final FakeSurroundings surroundings = new FakeSurroundings(api);
    private final GenerateVideoStep step = new GenerateVideoStep("A cat");

    @TempDir
    Path root;

    @BeforeEach
    void share() {
        step.setEndpoint("https://gateway.example.com");
        surroundings.store = Optional.of(new SharedStore(root, 1 << 20, Clock.systemUTC()));
    }

    @Test
    void anotherBuildTakesTheClip() throws Exception {
        assertThat(build(step)).containsEntry("source", "rendered");
        assertThat(surroundings.delivered).allMatch(Files::isRegularFile).hasSize(1);
        Map<String, Object> second = build(step);
        assertThat(second)
                .containsEntry("source", "cache")
                .containsEntry("id", "vid_1")
                .containsEntry("file", "video.mp4")
                .containsEntry("bytes", 6L);
        assertThat(api.created).hasValue(1);
        assertThat(surroundings.received).hasSize(1);
        assertThat(surroundings.delivered).hasSize(2);
    }

    @Test
    void aRebuildOutsideNodeTellsTheJobOfTheClip() throws Exception {
        build(step);
        FakeBuild other = new FakeBuild();
        assertThat(finish(step, null, other))
                .containsEntry("id", "vid_1")
                .containsEntry("source", "cache")
                .doesNotContainKey("file");
        assertThat(other.log()).contains("nothing is bought");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void refreshBuysAnewAndReplacesTheClip() throws Exception {
        build(step);
        GenerateVideoStep anew = new GenerateVideoStep("A cat");
        anew.setEndpoint("https://gateway.example.com");
        anew.setRefresh(true);
        assertThat(build(anew)).containsEntry("id", "vid_2").containsEntry("source", "rendered");
        assertThat(build(step)).containsEntry("id", "vid_2").containsEntry("source", "cache");
        assertThat(api.created).hasValue(2);
    }

    @Test
    void anotherEndpointDoesNotTakeTheClip() throws Exception {
        build(step);
        GenerateVideoStep other = new GenerateVideoStep("A cat");
        other.setEndpoint("https://other.example.com");
        assertThat(build(other)).containsEntry("id", "vid_2");
    }

    @Test
    void aSecondCallOfTheBuildFetchesNothingAgain() throws Exception {
        FakeBuild build = new FakeBuild();
        finish(step, "video.mp4", build);
        assertThat(finish(step, "video.mp4", build))
                .containsEntry("source", "resumed")
                .containsEntry("id", "vid_1");
        assertThat(surroundings.received).hasSize(1);
    }

    @Test
    void aPartThatIsGoneIsFetchedAgain() throws Exception {
        FakeBuild build = new FakeBuild();
        finish(step, "video.mp4", build);
        try (var files = Files.walk(root)) {
            for (Path clip :
                    files.filter(file -> file.toString().endsWith(".mp4")).toList()) {
                Files.delete(clip);
            }
        }
        assertThat(finish(step, "video.mp4", build)).containsEntry("id", "vid_1");
        assertThat(api.created).hasValue(1);
        assertThat(surroundings.received).hasSize(2);
    }

    @Test
    void whatAnAgentAloneMayFetchIsNotKept() throws Exception {
        step.setDownloadVia("agent");
        build(step);
        assertThat(build(step)).containsEntry("id", "vid_2");
    }

    private Map<String, Object> build(GenerateVideoStep video) throws Exception {
        return finish(video, video.fileOrDefault(), new FakeBuild());
    }

    private Map<String, Object> finish(GenerateVideoStep video, String file, FakeBuild build) throws Exception {
        VideoRender render = new VideoRender(
                video,
                file,
                new RenderProgress(Long.MAX_VALUE),
                build,
                surroundings.all(),
                Clock.systemUTC(),
                new io.videogen.core.engine.SubmissionGate());
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
