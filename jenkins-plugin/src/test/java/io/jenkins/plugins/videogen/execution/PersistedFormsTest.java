package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import io.jenkins.plugins.videogen.GenerateVideoBuilder;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.page.GeneratedVideosAction;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.engine.SubmissionGate;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What version 0.1 left in the folders of running builds and jobs. If one of these fails, an update of the plugin would
 * break them, and with them lose jobs that are paid: a new field is fine where absent means the default; a class, a
 * field or a serialVersionUID that is here must stay.
 */
class PersistedFormsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T09:05:00Z");

    @Test
    void theClassesOfTheProgramKeepTheirNamesNumbersAndFields() {
        List<String> now = new ArrayList<>();
        for (Class<?> type : List.of(GenerateVideoExecution.class, GenerateVideoStep.class, RenderProgress.class)) {
            ObjectStreamClass form = ObjectStreamClass.lookup(type);
            now.add(form.getName() + " " + form.getSerialVersionUID());
            Arrays.stream(form.getFields())
                    .forEach(field -> now.add(form.getName() + "." + field.getName() + " "
                            + field.getType().getName()));
        }
        assertThat(now).containsAll(lines("program.txt"));
    }

    @Test
    void theProgramOfARunningBuildIsRead() throws Exception {
        GenerateVideoExecution execution = program();

        assertThat(describe(execution)).containsAll(lines("program-values.txt"));
        assertThat(execution.getStatus()).isEqualTo("waiting for job vid_1, in_progress, 40 %");
    }

    @Test
    void theJobsOfABuildAreReadFromItsRecord() {
        BuildJobs jobs = (BuildJobs) xstream().fromXML(text("build-jobs.xml"));

        JobRecord record = jobs.find("c0ffee https://gateway.example.com").orElseThrow();
        assertThat(record.endpoint()).isEqualTo("https://gateway.example.com/v1");
        assertThat(record.jobId()).isEqualTo("vid_1");
        assertThat(record.owner()).isEqualTo("5b0d1f0e-8f0a-4d6c-9d8a-0c5f0f6f1a77");
        assertThat(record.submissions()).isEqualTo(2);
        assertThat(RenderState.fromJson(record.state()).phase()).isEqualTo(Phase.WAITING);
        assertThat(xstream().toXML(jobs)).isEqualTo(text("build-jobs.xml"));
    }

    @Test
    void aBuildOfTheVersionBeforeGoesOnWithItsJob() throws Exception {
        GenerateVideoExecution execution = program();
        FakeBuild build = new FakeBuild();
        build.run().addAction((BuildJobs) xstream().fromXML(text("build-jobs.xml")));
        FakeApi api = new FakeApi();
        RenderProgress progress = (RenderProgress) field(execution, "progress").get(execution);
        GenerateVideoStep step = new GenerateVideoStep("A cat on a beach");

        VideoRender render = new VideoRender(
                step,
                "demo.mp4",
                progress,
                build,
                new FakeSurroundings(api).all(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new SubmissionGate());
        Next next = render.step();
        while (next instanceof Next.Again) {
            next = render.step();
        }
        render.close();

        assertThat(((Next.Done) next).result()).containsEntry("id", "vid_1");
        assertThat(api.created).hasValue(0);
    }

    @Test
    void thePageOfABuildIsReadFromItsRecord() {
        GeneratedVideosAction page = (GeneratedVideosAction) xstream().fromXML(text("generated-videos.xml"));

        assertThat(page.getVideos()).singleElement().satisfies(video -> {
            assertThat(video.getFile()).isEqualTo("out/demo.mp4");
            assertThat(video.getPrompt()).isEqualTo("A cat on a beach");
            assertThat(video.getModel()).isEqualTo("sora-2");
            assertThat(video.getDimensions()).isEqualTo("1280x720");
            assertThat(video.getJobId()).isEqualTo("vid_1");
            assertThat(video.getBytes()).isEqualTo(5);
            assertThat(video.getSha256()).isEqualTo("c0ffee");
        });
    }

    @Test
    void theBuildStepOfAFreestyleJobIsReadFromItsConfiguration() throws Exception {
        GenerateVideoBuilder builder = (GenerateVideoBuilder) xstream().fromXML(text("builder.xml"));

        assertThat(describe(builder.getVideo()))
                .containsAll(lines("program-values.txt").stream()
                        .filter(line -> line.startsWith("GenerateVideoStep."))
                        .toList());
    }

    private static GenerateVideoExecution program() throws IOException, ClassNotFoundException {
        try (InputStream in = PersistedFormsTest.class.getResourceAsStream("program.ser");
                ObjectInputStream program = new ObjectInputStream(in)) {
            return (GenerateVideoExecution) program.readObject();
        }
    }

    /** All fields of ours that are persisted, one a line. */
    private static List<String> describe(Object value) throws IllegalAccessException {
        List<String> lines = new ArrayList<>();
        for (Field field : value.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || Modifier.isTransient(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            Object content = field.get(value);
            boolean ours = content != null && content.getClass().getName().startsWith("io.jenkins");
            if (ours) {
                lines.addAll(describe(content));
            } else {
                lines.add(value.getClass().getSimpleName() + "." + field.getName() + "=" + content);
            }
        }
        return lines;
    }

    private static Field field(Object owner, String name) throws NoSuchFieldException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static XStream xstream() {
        XStream xstream = new XStream();
        xstream.allowTypesByWildcard(new String[] {"io.jenkins.plugins.videogen.**"});
        return xstream;
    }

    private static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    private static String text(String name) {
        try (InputStream in = PersistedFormsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
