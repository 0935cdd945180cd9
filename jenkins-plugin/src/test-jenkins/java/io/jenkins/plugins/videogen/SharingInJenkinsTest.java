package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.videogen.config.VideogenGlobalConfiguration;
import io.jenkins.plugins.videogen.page.BuildVideosAction;
import io.videogen.preview.PreviewServer;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What is paid once is paid for all builds of a Jenkins. */
@WithJenkins
class SharingInJenkinsTest {
    private static final String TOKEN = "sk-0123456789-do-not-tell";

    private PreviewServer api;
    private JenkinsRule j;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        j = rule;
        api = PreviewServer.canned();
        api.script().requireToken(TOKEN);
        credential("token", TOKEN);
    }

    @AfterEach
    void stop() throws IOException {
        api.close();
    }

    @Test
    void twoBuildsWithOneRequestAtOnceMakeOneJob() throws Exception {
        api.script().pollsUntilDone(3);
        WorkflowRun one = begin("node { " + video("credentialsId: 'token'") + " }");
        j.waitForMessage("Submitted video job", one);
        WorkflowRun two =
                begin("node { withCredentials([string(credentialsId: 'token', variable: 'VIDEOGEN_TOKEN')]) { "
                        + video("") + " } }");
        j.assertBuildStatusSuccess(j.waitForCompletion(one));
        j.assertBuildStatusSuccess(j.waitForCompletion(two));
        j.assertLogContains("renders the same video", two);
        j.assertLogContains("SOURCE resumed", two);
        assertThat(api.jobsCreated()).isEqualTo(1);
        assertThat(one.getAction(BuildVideosAction.class).getJobs()).isEqualTo(1);
        assertThat(two.getAction(BuildVideosAction.class)).isNull();
    }

    @Test
    void aRebuildTakesTheClip() throws Exception {
        success("node { " + video("credentialsId: 'token'") + " }");
        WorkflowRun rebuild = success(
                "node { " + video("credentialsId: 'token'") + "\n" + "echo \"HERE ${fileExists 'video.mp4'}\" }");
        j.assertLogContains("SOURCE cache", rebuild);
        j.assertLogContains("HERE true", rebuild);
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void anAbortLeavesTheJobToTheBuildThatWaits() throws Exception {
        api.script().neverFinish("cat");
        WorkflowRun one = begin("node { " + video("credentialsId: 'token'") + " }");
        j.waitForMessage("Submitted video job", one);
        WorkflowRun two = begin("node { " + video("credentialsId: 'token'") + " }");
        j.waitForMessage("renders the same video", two);
        one.doStop();
        j.assertBuildStatus(Result.ABORTED, j.waitForCompletion(one));
        j.assertLogContains("another build waits for it", one);
        assertThat(api.count("DELETE")).isZero();
        j.waitForMessage("Taking up video job", two);
        two.doStop();
        j.assertBuildStatus(Result.ABORTED, j.waitForCompletion(two));
        assertThat(api.count("DELETE")).isEqualTo(1);
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void aJobIsFetchedByItsId() throws Exception {
        WorkflowRun made = success("def clip = generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl()
                + "', credentialsId: 'token'\nnode { writeFile file: 'id', text: clip.id\necho \"ID=${clip.id}.\" }");
        String log = JenkinsRule.getLog(made);
        String id = log.substring(log.indexOf("ID=") + 3, log.indexOf(".", log.indexOf("ID=")));
        WorkflowRun fetched = success("node { def clip = generateVideo jobId: '" + id + "', endpoint: '"
                + api.baseUrl() + "', credentialsId: 'token', file: 'it.mp4'\n"
                + "echo \"HERE ${fileExists 'it.mp4'} ${clip.id}\" }");
        j.assertLogContains("HERE true " + id, fetched);
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void aPlanBuysNothing() throws Exception {
        String plan = "def plan = generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl()
                + "', credentialsId: 'token', plan: true\necho \"PLAN ${plan.status}\"";
        j.assertLogContains("PLAN new", success(plan));
        assertThat(api.count("POST")).isZero();
        success("node { " + video("credentialsId: 'token'") + " }");
        j.assertLogContains("PLAN cached", success(plan));
    }

    @Test
    void theLimitOfADayHoldsForAllBuilds() throws Exception {
        VideogenGlobalConfiguration.get().setMaxNewJobsPerDay(1);
        success("node { " + video("credentialsId: 'token'") + " }");
        WorkflowRun more = begin("node { " + video("credentialsId: 'token', seconds: '8'") + " }");
        j.assertBuildStatus(Result.FAILURE, j.waitForCompletion(more));
        j.assertLogContains("maxNewJobsPerDay", more);
        success("node { " + video("credentialsId: 'token'") + " }");
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void theLimitsSurviveTheForm() throws Exception {
        VideogenGlobalConfiguration configuration = VideogenGlobalConfiguration.get();
        configuration.setMaxNewJobsPerDay(7);
        configuration.setMaxCostPerDay("20 USD");
        io.jenkins.plugins.videogen.config.VideogenPrice price =
                new io.jenkins.plugins.videogen.config.VideogenPrice("sora-2");
        price.setPerSecond("0.10 USD");
        configuration.setPrices(List.of(price));
        io.jenkins.plugins.videogen.config.VideogenFolderLimit limit =
                new io.jenkins.plugins.videogen.config.VideogenFolderLimit("team");
        limit.setMaxNewJobsPerDay(2);
        configuration.setFolderLimits(List.of(limit));
        j.configRoundtrip();
        assertThat(configuration.getMaxNewJobsPerDay()).isEqualTo(7);
        assertThat(configuration.getMaxCostPerDay()).isEqualTo("20 USD");
        assertThat(configuration.getPrices()).singleElement().satisfies(kept -> {
            assertThat(kept.getModel()).isEqualTo("sora-2");
            assertThat(kept.getPerSecond()).isEqualTo("0.10 USD");
        });
        assertThat(configuration.getFolderLimits())
                .singleElement()
                .satisfies(kept -> assertThat(kept.getMaxNewJobsPerDay()).isEqualTo(2));
    }

    private String video(String more) {
        return "def clip = generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "'"
                + (more.isEmpty() ? "" : ", " + more) + "\necho \"SOURCE ${clip.source}\"";
    }

    private static void credential(String id, String secret) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, id, null, Secret.fromString(secret)));
    }

    private WorkflowRun begin(String script) throws Exception {
        WorkflowJob job = j.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private WorkflowRun success(String script) throws Exception {
        return j.assertBuildStatusSuccess(j.waitForCompletion(begin(script)));
    }
}
