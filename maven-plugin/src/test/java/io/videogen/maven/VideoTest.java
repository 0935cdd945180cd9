package io.videogen.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.request.FieldType;
import io.videogen.core.request.VideoField;
import io.videogen.maven.input.DeclaredReference;
import io.videogen.maven.input.DeclaredVideo;
import java.io.File;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** What Maven makes of a {@code <video>}: each field by its own name, as it was written. */
class VideoTest {

    /** Stands for a goal. */
    private static final class Goal {
        private final List<Video> videos = new ArrayList<>();
    }

    @Test
    void everyFieldOfTheListIsAnElement() throws Exception {
        String elements = Arrays.stream(VideoField.values())
                .filter(field -> field.type() != FieldType.ROLE_REFERENCES)
                .map(field -> "<" + field.word() + ">" + field.word() + " of <![CDATA[<this>]]></" + field.word() + ">")
                .collect(Collectors.joining());

        DeclaredVideo video = read("<name>hero</name><promptFile>p.txt</promptFile><take>2</take>" + elements);

        assertThat(video.name()).isEqualTo("hero");
        assertThat(video.promptFile()).isEqualTo("p.txt");
        assertThat(video.take()).isEqualTo("2");
        assertThat(video.texts())
                .isEqualTo(Arrays.stream(VideoField.values())
                        .filter(field -> field.type() != FieldType.ROLE_REFERENCES)
                        .collect(Collectors.toMap(field -> field, field -> field.word() + " of <this>")));
    }

    @Test
    void emptyElementsAreUnset() throws Exception {
        assertThat(read("<name>hero</name><prompt>A cat</prompt><model/><private/><inputReference></inputReference>"))
                .isEqualTo(DeclaredVideo.of("hero", "A cat"));
    }

    @Test
    void expressionsAreEvaluated() throws Exception {
        assertThat(read("<prompt>Version ${version}</prompt>").texts()).containsEntry(VideoField.PROMPT, "Version 4.2");
    }

    @Test
    void listsOfReferencesAreRead() throws Exception {
        DeclaredVideo video = read("<inputReferences><inputReference>a.png</inputReference></inputReferences>"
                + "<references><reference>b.png</reference>"
                + "<reference><file>c.png</file><role>style</role></reference></references>");

        assertThat(video.inputReferences()).containsExactly("a.png");
        assertThat(video.references())
                .containsExactly(new DeclaredReference("b.png", null), new DeclaredReference("c.png", "style"));
    }

    @Test
    void elementsInsideOfAFieldAreAnErrorThatNamesIt() {
        assertThatThrownBy(() -> read("<prompt><line>A cat</line></prompt>"))
                .isInstanceOf(ComponentConfigurationException.class)
                .hasMessageContaining("'prompt'");
    }

    private static DeclaredVideo read(String elements) throws Exception {
        Goal goal = new Goal();
        String xml = "<configuration><videos><video>" + elements + "</video></videos></configuration>";
        new BasicComponentConfigurator()
                .configureComponent(
                        goal,
                        new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml))),
                        evaluator(),
                        new ClassWorld("test", VideoTest.class.getClassLoader()).getRealm("test"),
                        null);
        return goal.videos.get(0).declared();
    }

    private static ExpressionEvaluator evaluator() {
        return new ExpressionEvaluator() {
            @Override
            public Object evaluate(String expression) {
                return expression == null ? null : expression.replace("${version}", "4.2");
            }

            @Override
            public File alignToBaseDirectory(File file) {
                return file;
            }
        };
    }
}
