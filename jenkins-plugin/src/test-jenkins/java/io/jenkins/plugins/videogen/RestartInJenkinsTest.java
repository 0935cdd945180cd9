package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsSessionRule;

/** JUnit 4 like the rule for restarts: the test harness of this baseline has no other. */
public class RestartInJenkinsTest {

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
    public void aRestartWhileWaitingTakesUpTheJob() throws Throwable {
        api.script().pollsUntilDone(3);
        startBuild("Submitted video job");
        finishBuild("Taking up video job");
    }

    @Test
    public void aRestartWhileDownloadingFetchesTheClipOfTheSameJob() throws Throwable {
        api.script().on(Operation.CONTENT, 1, Faults.drip(64, Duration.ofSeconds(1)));
        startBuild("is completed");
        finishBuild("Taking up video job");
    }

    @Test
    public void aBuildTakesUpTheJobOfOneThatWasKilled() throws Throwable {
        api.script().pollsUntilDone(8);
        sessions.then(j -> {
            WorkflowJob job = j.createProject(WorkflowJob.class, "p");
            job.setDefinition(new CpsFlowDefinition(
                    "node { def clip = generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl()
                            + "'\necho \"HERE ${fileExists 'video.mp4'} ${clip.source}\" }",
                    true));
            WorkflowRun build = job.scheduleBuild2(0).waitForStart();
            j.waitForMessage("Submitted video job", build);
            build.doKill();
            j.waitForCompletion(build);
        });
        sessions.then(j -> {
            WorkflowJob job = j.jenkins.getItemByFullName("p", WorkflowJob.class);
            WorkflowRun build = j.buildAndAssertSuccess(job);
            j.assertLogContains("Taking up video job", build);
            j.assertLogContains("HERE true resumed", build);
            assertThat(api.jobsCreated()).isEqualTo(1);
        });
    }

    @Test
    public void aFreestyleBuildTakesUpTheJobOfOneThatARestartEnded() throws Throwable {
        api.script().pollsUntilDone(8);
        sessions.then(j -> {
            GenerateVideoStep video = new GenerateVideoStep("A cat of ${JOB_NAME}");
            video.setEndpoint(api.baseUrl());
            video.setFile("${JOB_NAME}.mp4");
            FreeStyleProject job = j.createFreeStyleProject("p");
            job.getBuildersList().add(new GenerateVideoBuilder(video));
            FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
            j.waitForMessage("Submitted video job", build);
        });
        sessions.then(j -> {
            FreeStyleProject job = j.jenkins.getItemByFullName("p", FreeStyleProject.class);
            FreeStyleBuild build = j.buildAndAssertSuccess(job);
            j.assertLogContains("Taking up video job", build);
            assertThat(build.getWorkspace().child("p.mp4").exists()).isTrue();
            assertThat(api.jobsCreated()).isEqualTo(1);
            assertThat(api.count("DELETE")).isZero();
        });
    }

    private void startBuild(String message) throws Throwable {
        sessions.then(j -> {
            WorkflowJob job = j.createProject(WorkflowJob.class, "p");
            job.setDefinition(new CpsFlowDefinition(
                    "node { def clip = generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl()
                            + "'\necho \"HERE ${fileExists 'video.mp4'}\" }",
                    true));
            WorkflowRun build = job.scheduleBuild2(0).waitForStart();
            j.waitForMessage(message, build);
        });
    }

    private void finishBuild(String message) throws Throwable {
        sessions.then(j -> {
            WorkflowRun build =
                    j.jenkins.getItemByFullName("p", WorkflowJob.class).getBuildByNumber(1);
            j.assertBuildStatusSuccess(j.waitForCompletion(build));
            j.assertLogContains(message, build);
            j.assertLogContains("HERE true", build);
            assertThat(api.jobsCreated()).isEqualTo(1);
        });
    }
}
