package io.videogen.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters, from a POM to the request: what Maven's own configurator makes of them. */
@MojoTest
class PlanMojoTest {

    private static final String POM = "src/test/resources/unit/fields/pom.xml";

    @TempDir
    static Path cache;

    @Inject
    private MavenSession session;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void prepareSession() {
        when(session.getSystemProperties()).thenReturn(new Properties());
        when(session.getRepositorySession()).thenReturn(MavenRepositorySystemUtils.newSession());
        when(session.getExecutionRootDirectory()).thenReturn(cache.toString());
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "cacheDirectory", value = "target/no-store")
    @MojoParameter(name = "api", value = "lconai")
    @MojoParameter(name = "only", value = "hero")
    void fieldsOfAVideoAreBound(PlanMojo mojo) throws Exception {
        plan(mojo);

        assertThat(lines).containsExactly("hero: new", "1 new job, 4 new seconds");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "cacheDirectory", value = "target/no-store")
    @MojoParameter(name = "api", value = "openai")
    void aFieldThatTheApiHasNoPlaceForIsNamed(PlanMojo mojo) {
        assertThatThrownBy(() -> plan(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("hero")
                .hasMessageContaining("\"watermark\"");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "cacheDirectory", value = "target/no-store")
    @MojoParameter(name = "api", value = "new-api")
    @MojoParameter(name = "only", value = "teaser")
    @MojoParameter(name = "concurrency", value = " ")
    @MojoParameter(name = "prompt", value = "")
    void blankValuesCountAsUnset(PlanMojo mojo) throws Exception {
        plan(mojo);

        assertThat(lines).containsExactly("teaser: new", "1 new job, 5 new seconds");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "cacheDirectory", value = "target/no-store")
    @MojoParameter(name = "prompt", value = "A cat on a beach")
    void aPromptOfTheCommandLineStandsAlone(PlanMojo mojo) throws Exception {
        plan(mojo);

        assertThat(lines).containsExactly("video: new", "1 new job, 4 new seconds");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "cacheDirectory", value = "target/no-store")
    @MojoParameter(name = "api", value = "lconai")
    @MojoParameter(name = "only", value = "hero")
    @MojoParameter(name = "refresh", value = "hero,teaser")
    @MojoParameter(name = "resubmit", value = "teaser")
    void namesOfOtherExecutionsAreNoError(PlanMojo mojo) throws Exception {
        plan(mojo);

        assertThat(lines).containsExactly("hero: new", "1 new job, 4 new seconds");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "skip", value = "true")
    void skipSaysWhy(PlanMojo mojo) throws Exception {
        plan(mojo);

        assertThat(lines).containsExactly("Skipping: videogen.skip is true.");
    }

    private void plan(PlanMojo mojo) throws Exception {
        Log log = mock();
        doAnswer(call -> lines.add(call.getArgument(0, CharSequence.class).toString()))
                .when(log)
                .info(anyString());
        mojo.setLog(log);
        mojo.execute();
    }
}
