package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.event.RenderEvent;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void anErrorOfTheEngineBecomesAMessageWithItsJob() {
        VideogenException error = new VideogenException(ErrorKind.REFUSED, "invalid_api_key", "The token is refused.");
        assertThat(Failures.of(error.withJob("vid_1")))
                .isExactlyInstanceOf(AbortException.class)
                .hasMessage("The token is refused. [job vid_1]")
                .hasNoCause();
    }

    @Test
    void settingsAreNamedAsAPipelineNamesThem() {
        String message =
                "\"https://videogen.api.example\" refused it. Set videogen.encoding to json, or set videogen.api.";
        assertThat(Failures.of(new VideogenException(ErrorKind.REFUSED, "unsupported", message)))
                .hasMessage("\"https://videogen.api.example\" refused it. Set encoding to json, or set api.");
    }

    @Test
    void aSettingThatAPipelineHasNotIsNotAdvised() {
        String message = "The clip can not be fetched: 404. Look at the job at the provider."
                + " If the API hides the clip's URL, name its place with videogen.artifactPointer.";
        assertThat(Failures.of(new VideogenException(ErrorKind.BAD_ARTIFACT, "completed_without_artifact", message)))
                .hasMessage("The clip can not be fetched: 404. Look at the job at the provider.");
        RenderEvent.Retrying retrying =
                new RenderEvent.Retrying(Optional.empty(), "download", message, Duration.ofSeconds(2));
        assertThat(Wording.of(retrying.reason()))
                .isEqualTo("The clip can not be fetched: 404. Look at the job at the provider");
    }

    @Test
    void whatMavenWouldDoIsNotAdvisedInABuild() {
        VideogenException full = new VideogenException(
                ErrorKind.STORAGE, "disk_full", "The disk is full. Free some space and run the same command again.");
        assertThat(Failures.of(full))
                .hasMessage("The disk is full. Free some space and retry the step in the same build.");
    }

    @Test
    void theLossOfAnAgentStaysWhatJenkinsThrew() {
        IOException raw = new ClosedChannelException();
        assertThat(Failures.of(WorkspaceException.of(raw))).isSameAs(raw);
        assertThat(Failures.of(raw)).isSameAs(raw);
    }

    @Test
    void anInterruptStaysAnInterrupt() {
        VideogenException error = new VideogenException(ErrorKind.INTERRUPTED, "interrupted", "interrupted");
        assertThat(Failures.of(error)).isInstanceOf(InterruptedException.class);
    }
}
