package io.jenkins.plugins.videogen.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.FilePath;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.HttpRemoteJobs;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.PreviewServer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** In a JVM of its own: what travels there and back is what Jenkins lets through. */
@WithJenkins
class AgentDownloadInJenkinsTest {

    @Test
    void anAgentFetchesTheClipByItself(JenkinsRule j) throws Exception {
        try (PreviewServer api = PreviewServer.canned();
                HttpTransport transport = new HttpTransport(HttpSettings.defaults())) {
            HttpRemoteJobs jobs = new HttpRemoteJobs(
                    VideoApis.of(ApiName.OPENAI),
                    Endpoint.parse(api.baseUrl(), false),
                    Optional.empty(),
                    transport,
                    Encoding.AUTO,
                    Optional.empty());
            VideoRequest request = VideoRequest.builder("A cat").build();
            String id = ((CreateOutcome.Accepted) jobs.create(request, "key"))
                    .jobId()
                    .toString();
            ArtifactLocation location = ((PollOutcome.Seen) jobs.poll(request, id))
                    .snapshot()
                    .videos()
                    .get(0);
            FilePath workspace = j.createOnlineSlave().getRootPath().child("w");
            workspace.mkdirs();
            ClipTarget target = new ClipTarget(new ClipPaths("out/video.mp4", false, 1, "c0ffee"), 0);

            DownloadReport report = workspace
                    .actAsync(new DownloadOnAgent(target, api.baseUrl(), false, location, Duration.ofMinutes(1)))
                    .get();

            assertThat(report.toOutcome()).isInstanceOf(DownloadOutcome.Complete.class);
            assertThat(workspace.child("out/video.mp4").length()).isPositive();
            assertThat(workspace.child("out").list()).hasSize(1);
        }
    }

    @Test
    void anAgentRefusesALinkOutOfItsWorkspace(JenkinsRule j) throws Exception {
        FilePath root = j.createOnlineSlave().getRootPath();
        FilePath workspace = root.child("w");
        workspace.mkdirs();
        root.child("outside").mkdirs();
        workspace.child("out").symlinkTo("../outside", hudson.model.TaskListener.NULL);
        assertThatThrownBy(() -> WorkspaceSink.prepare(workspace, new ClipPaths("out/video.mp4", false, 1, "c0ffee")))
                .isInstanceOfSatisfying(WorkspaceException.class, trouble -> assertThat(trouble.raw())
                        .isInstanceOf(AbortException.class)
                        .hasMessageContaining("symbolic link"));
        assertThat(root.child("outside").list()).isEmpty();
    }
}
