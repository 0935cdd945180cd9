package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.reply.JobStatus;
import java.io.File;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two clips of one build never have one path or one artifact name. */
class ClipClaimsTest {
    private final FakeApi api = new FakeApi();
    private final FakeSurroundings surroundings = new FakeSurroundings(api);
    private final FakeBuild build = new FakeBuild();

    @Test
    void theSecondClipWithoutAFileGetsANumber() throws Exception {
        VideoRender one = render(step("one"));
        VideoRender two = render(step("two"));
        one.step();
        two.step();
        assertThat(finish(two)).containsEntry("file", "video-2.mp4");
        assertThat(finish(one)).containsEntry("file", "video.mp4");
        assertThat(build.log())
                .contains("Another clip of this build has the name \"video.mp4\"; this one is \"video-2.mp4\"");
    }

    @Test
    void aNumberThatIsOneOfSeveralClipsIsTaken() throws Exception {
        GenerateVideoStep pair = step("pair");
        pair.setN(2);
        finish(render(pair));
        assertThat(finish(render(step("one")))).containsEntry("file", "video.mp4");
        assertThat(finish(render(step("two")))).containsEntry("file", "video-3.mp4");
    }

    @Test
    void refusesAFileOfAnotherClipBeforeAnythingIsSent() throws Exception {
        finish(render(named("one", "demo.mp4")));
        assertThatThrownBy(() -> finish(render(named("two", "Demo.mp4"))))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("\"Demo.mp4\"")
                .hasMessageContaining("Nothing was sent");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void refusesAFileThatAnotherStepIsAboutToUse() throws Exception {
        surroundings.whenClaimed = () -> {
            surroundings.whenClaimed = () -> {};
            assertThatThrownBy(() -> finish(render(named("two", "demo.mp4")))).hasMessageContaining("\"demo.mp4\"");
        };
        assertThat(finish(render(named("one", "demo.mp4")))).containsEntry("file", "demo.mp4");
    }

    @Test
    void theSameRequestKeepsItsFile() throws Exception {
        finish(render(named("one", "demo.mp4")));
        assertThat(finish(render(named("one", "demo.mp4")))).containsEntry("file", "demo.mp4");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void aJobThatFailedLeavesItsNameToTheNextTry() throws Exception {
        api.status = JobStatus.FAILED;
        assertThatThrownBy(() -> finish(render(named("one", "demo.mp4")))).hasMessageContaining("failed there");
        api.status = JobStatus.COMPLETED;
        assertThat(finish(render(named("two", "demo.mp4")))).containsEntry("file", "demo.mp4");
    }

    @Test
    void otherFoldersHaveTheirOwnNamesUntilBothAreArtifacts() throws Exception {
        build.node = new FilePath(new File("x"));
        finish(render(named("one", "demo.mp4")));
        build.node = new FilePath(new File("y"));
        assertThat(finish(render(named("two", "demo.mp4")))).containsEntry("file", "demo.mp4");

        GenerateVideoStep third = step("three");
        third.setArchive(true);
        build.node = new FilePath(new File("x"));
        render(third).step();
        GenerateVideoStep fourth = step("four");
        fourth.setArchive(true);
        build.node = new FilePath(new File("y"));
        render(fourth).step();
        assertThat(build.log()).contains("this one is \"video-2.mp4\"");
    }

    @Test
    void aClipKeepsItsNumberOverARestart() throws Exception {
        render(step("one")).step();
        RenderProgress progress = new RenderProgress(Long.MAX_VALUE);
        GenerateVideoStep two = step("two");
        render(two, progress).step();
        LiveRenders.release(progress.owner);
        assertThat(finish(render(two, progress))).containsEntry("file", "video-2.mp4");
    }

    private static GenerateVideoStep step(String prompt) {
        GenerateVideoStep step = new GenerateVideoStep(prompt);
        step.setEndpoint("https://gateway.example.com");
        return step;
    }

    private static GenerateVideoStep named(String prompt, String file) {
        GenerateVideoStep step = step(prompt);
        step.setFile(file);
        return step;
    }

    private VideoRender render(GenerateVideoStep step) {
        return render(step, new RenderProgress(Long.MAX_VALUE));
    }

    private VideoRender render(GenerateVideoStep step, RenderProgress progress) {
        return new VideoRender(
                step,
                step.fileOrDefault(),
                progress,
                build,
                surroundings.all(),
                Clock.systemUTC(),
                new SubmissionGate());
    }

    private static Map<String, Object> finish(VideoRender render) throws Exception {
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
