package io.jenkins.plugins.videogen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.preview.PreviewServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsSessionRule;

/**
 * An update of the plugin while a build waits: the folder of a job as version 0.1 left it on the disk of a Jenkins, its
 * build in the middle of a remote job. The files were written by commit 919fab8 and must never be made anew: they are what
 * users have.
 */
public class VersionBeforeInJenkinsTest {
    /** In the files; the running server's take their places, which have the same length. */
    private static final String PORT = "43409";

    private static final String JOB = "video_9dde089150c44e6b8f276fe120226da29932018820c74d5b";

    @Rule
    public final JenkinsSessionRule sessions = new JenkinsSessionRule();

    private PreviewServer api;

    @Before
    public void start() throws Exception {
        api = PreviewServer.canned();
    }

    @After
    public void stop() {
        api.close();
    }

    @Test
    public void goesOnWithTheJobOfAWaitingBuild() throws Throwable {
        String job = createJob();
        layOut(sessions.getHome().toPath().resolve("jobs/golden"), job);
        sessions.then(j -> {
            WorkflowRun build =
                    j.jenkins.getItemByFullName("golden", WorkflowJob.class).getBuildByNumber(1);
            j.assertBuildStatusSuccess(j.waitForCompletion(build));
            j.assertLogContains("Taking up video job " + job, build);
            j.assertLogContains("GOT " + job + " completed 4", build);
            assertThat(api.jobsCreated()).isEqualTo(1);
        });
    }

    /** The job that the build has paid for. */
    private String createJob() throws Exception {
        HttpRequest create = HttpRequest.newBuilder(URI.create(api.baseUrl() + "/v1/videos"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"sora-2\",\"prompt\":\"A cat on a beach\"}"))
                .build();
        String reply = HttpClient.newHttpClient()
                .send(create, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher id = Pattern.compile("\"(video_[0-9a-f]+)\"").matcher(reply);
        assertThat(id.find()).as(reply).isTrue();
        return id.group(1);
    }

    private void layOut(Path folder, String job) throws Exception {
        String port = String.valueOf(api.port());
        assertThat(port).hasSameSizeAs(PORT);
        assertThat(job).hasSameSizeAs(JOB);
        Path golden = Path.of(
                VersionBeforeInJenkinsTest.class.getResource("version-0.1").toURI());
        List<Path> files;
        try (Stream<Path> all = Files.walk(golden)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(golden.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.write(copy, replaced(file, port, job));
        }
    }

    private static byte[] replaced(Path file, String port, String job) throws IOException {
        return Files.readString(file, ISO_8859_1)
                .replace(PORT, port)
                .replace(JOB, job)
                .getBytes(ISO_8859_1);
    }
}
