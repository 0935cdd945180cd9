package io.videogen.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy",
                "deploy:deploy",
                "deploy:deploy@release",
                "org.apache.maven.plugins:maven-deploy-plugin:deploy",
                "org.apache.maven.plugins:maven-deploy-plugin:3.1.4:deploy",
                "org.apache.maven.plugins:maven-deploy-plugin:3.1.4:deploy@release"
            })
    void whatDeploysIsTold(String task) {
        assertThat(Deployment.isAskedFor(session("clean", task))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package",
                "site-deploy",
                "deploy:deploy-file",
                "org.apache.maven.plugins:maven-deploy-plugin:3.1.4:deploy-file",
                "com.example:deploy-tool:deploy"
            })
    void whatDoesNotIsLeft(String task) {
        assertThat(Deployment.isAskedFor(session(task))).isFalse();
    }

    @Test
    void withoutTasksTheDefaultGoalOfTheTopProjectCounts() {
        MavenProject top = new MavenProject();
        top.getBuild().setDefaultGoal("clean  deploy");
        MavenSession session = session();
        when(session.getTopLevelProject()).thenReturn(top);

        assertThat(Deployment.isAskedFor(session)).isTrue();
        assertThat(Deployment.isAskedFor(session("verify"))).isFalse();
    }

    private static MavenSession session(String... tasks) {
        MavenSession session = mock();
        when(session.getGoals()).thenReturn(List.of(tasks));
        return session;
    }
}
