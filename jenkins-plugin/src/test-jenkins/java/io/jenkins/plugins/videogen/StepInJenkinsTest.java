package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import hudson.util.Secret;
import io.jenkins.plugins.videogen.config.VideogenEndpoint;
import io.jenkins.plugins.videogen.config.VideogenGlobalConfiguration;
import io.jenkins.plugins.videogen.folder.VideogenFolderProperty;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class StepInJenkinsTest {
    private static final String TOKEN = "sk-0123456789-do-not-tell";

    private PreviewServer api;
    private JenkinsRule j;

    @BeforeEach
    void start(JenkinsRule rule) throws IOException {
        j = rule;
        api = PreviewServer.canned();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void scriptedInsideNode() throws Exception {
        WorkflowRun build = success("node { def clip = generateVideo prompt: 'A cat', model: 'sora-2', seconds: '4',"
                + " size: '320x240', endpoint: '" + api.baseUrl() + "', file: 'out/demo.mp4'\n"
                + "echo \"RESULT ${clip.file} ${clip.bytes} ${clip.sha256} ${clip.status} ${clip.model} ${clip.seconds}\"\n"
                + "echo \"HERE ${fileExists 'out/demo.mp4'}\" }");
        j.assertLogContains("RESULT out/demo.mp4 ", build);
        j.assertLogContains(" completed sora-2 4", build);
        j.assertLogContains("HERE true", build);
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void declarativeWithAPositionalPrompt() throws Exception {
        configure(null);
        WorkflowRun build = success("pipeline { agent any\n stages { stage('x') { steps { generateVideo 'A cat'\n"
                + "echo \"HERE ${fileExists 'video.mp4'}\" } } } }");
        j.assertLogContains("HERE true", build);
    }

    @Test
    void outsideNodeItWaitsAndDownloadsNothing() throws Exception {
        WorkflowRun build = success("def clip = generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl()
                + "'\necho \"ID ${clip.id} ${clip.file}\"");
        j.assertLogContains(" null", build);
        assertThat(api.requests()).noneMatch(request -> request.path().endsWith("/content"));
    }

    @Test
    void aFileOutsideNodeIsAnError() throws Exception {
        WorkflowRun build = failure("generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "', file: 'x.mp4'");
        j.assertLogContains("MissingContextVariableException", build);
        assertThat(api.count("POST")).isZero();
    }

    @Test
    void aFileOutsideTheWorkspaceIsAnErrorBeforeAnythingIsPaid() throws Exception {
        WorkflowRun build =
                failure("node { generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "', file: '../x.mp4' }");
        j.assertLogContains("not a file inside the workspace", build);
        j.assertLogNotContains("\tat ", build);
        assertThat(api.count("POST")).isZero();
    }

    @Test
    void mapsOfThePipelineBecomeJson() throws Exception {
        success("node { def word = 'noir'\ngenerateVideo prompt: 'A cat', endpoint: '" + api.baseUrl()
                + "', options: [style: \"film ${word}\", steps: [1, 2]] }");
        assertThat(api.requests().stream().filter(request -> request.method().equals("POST")))
                .singleElement()
                .satisfies(create -> assertThat(create.body()).contains("\"film noir\"", "[1,2]"));
    }

    @Test
    void aRetryTakesUpTheJobOfTheBuild() throws Exception {
        WorkflowRun build = success("node { def tries = 0\nretry(2) { generateVideo prompt: 'A cat', endpoint: '"
                + api.baseUrl() + "'\nif (tries++ == 0) { error 'once more' } } }");
        j.assertLogContains("Taking up video job", build);
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void parallelStepsOfOneRequestMakeOneJob() throws Exception {
        success(
                "def branches = [:]\nfor (int i = 0; i < 10; i++) { branches[\"b${i}\"] = { generateVideo prompt: 'A cat',"
                        + " endpoint: '" + api.baseUrl() + "' } }\nparallel branches");
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void theTokenOfWithCredentialsIsSentAndAppearsNowhere() throws Exception {
        secret("token", TOKEN);
        api.script().requireToken(TOKEN);
        WorkflowRun build =
                success("node { withCredentials([string(credentialsId: 'token', variable: 'VIDEOGEN_TOKEN')]) {"
                        + " generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "' } }");
        assertTokenIsNowhere(build);
    }

    @Test
    void theTokenOfACredentialIsSentTrackedAndAppearsNowhere() throws Exception {
        StringCredentialsImpl credential = secret("token", TOKEN);
        api.script().requireToken(TOKEN);
        WorkflowRun build = success("node { generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl()
                + "', credentialsId: 'token', archive: true }");
        assertTokenIsNowhere(build);
        assertThat(CredentialsProvider.getFingerprintOf(credential).getJobs())
                .containsExactly(build.getParent().getFullName());
    }

    @Test
    void aRefusedTokenIsAMessageWithoutAStackTrace() throws Exception {
        secret("token", "sk-another-token-0000");
        api.script().requireToken(TOKEN);
        WorkflowRun build =
                failure("generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "', credentialsId: 'token'");
        j.assertLogContains("401", build);
        j.assertLogNotContains("\tat ", build);
        j.assertLogNotContains("sk-another-token-0000", build);
    }

    @Test
    void credentialsOfTheFolderCountAndThoseOfAnotherDoNot() throws Exception {
        Folder folder = j.createProject(Folder.class, "team");
        Folder other = j.createProject(Folder.class, "other");
        FolderCredentialsProvider.FolderCredentialsProperty property =
                new FolderCredentialsProvider.FolderCredentialsProperty(
                        new com.cloudbees.plugins.credentials.domains.DomainCredentials[0]);
        folder.addProperty(property);
        CredentialsStore store = property.getStore();
        store.addCredentials(
                Domain.global(),
                new StringCredentialsImpl(CredentialsScope.GLOBAL, "team-token", null, Secret.fromString(TOKEN)));
        api.script().requireToken(TOKEN);
        String script = "generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "', credentialsId: 'team-token'";
        WorkflowJob inside = folder.createProject(WorkflowJob.class, "job");
        inside.setDefinition(new CpsFlowDefinition(script, true));
        j.buildAndAssertSuccess(inside);
        WorkflowJob outside = other.createProject(WorkflowJob.class, "job");
        outside.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun build = j.buildAndAssertStatus(Result.FAILURE, outside);
        j.assertLogContains("\"team-token\"", build);
    }

    @Test
    void aCredentialOfAnotherKindIsNamed() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, "user", null, "me", "password-0123456"));
        WorkflowRun build =
                failure("generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "', credentialsId: 'user'");
        j.assertLogContains("is not a secret text", build);
    }

    @Test
    void anAbortedBuildDeletesItsJob() throws Exception {
        api.script().neverFinish("cat");
        WorkflowRun build = start("node { generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "' }");
        j.waitForMessage("Submitted video job", build);
        build.doStop();
        j.assertBuildStatus(Result.ABORTED, j.waitForCompletion(build));
        assertThat(api.count("DELETE")).isEqualTo(1);
    }

    @Test
    void aTimeoutAroundTheStepEndsIt() throws Exception {
        api.script().neverFinish("cat");
        WorkflowRun build = start("timeout(time: 5, unit: 'SECONDS') { generateVideo prompt: 'A cat', endpoint: '"
                + api.baseUrl() + "' }");
        j.assertBuildStatus(Result.ABORTED, j.waitForCompletion(build));
        assertThat(api.count("DELETE")).isEqualTo(1);
    }

    @Test
    void aLostReplyIsLookedUpAndNotRepeated() throws Exception {
        api.script().on(Operation.CREATE, 1, Faults.dropAfter());
        WorkflowRun build = success("generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "'");
        j.assertLogContains("Taking up video job", build);
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void theClipReachesTheWorkspaceOfAnAgent() throws Exception {
        secret("token", TOKEN);
        api.script().requireToken(TOKEN);
        DumbSlave agent = j.createOnlineSlave();
        WorkflowRun build = success("node('" + agent.getNodeName() + "') { def clip = generateVideo prompt: 'A cat',"
                + " endpoint: '" + api.baseUrl() + "', credentialsId: 'token', archive: true\n"
                + "echo \"HERE ${fileExists 'video.mp4'} ${findFiles()}\" }".replace(" ${findFiles()}", ""));
        j.assertLogContains("HERE true", build);
        assertThat(build.getArtifacts()).hasSize(1);
        assertThat(agent.getWorkspaceFor(build.getParent()).list())
                .extracting(hudson.FilePath::getName)
                .containsExactly("video.mp4");
        assertTokenIsNowhere(build);
    }

    @Test
    void severalClipsAreNumbered() throws Exception {
        api.close();
        api = PreviewServer.builder().api(io.videogen.preview.api.Api.NEW_API).start();
        WorkflowRun build =
                success("node { def clip = generateVideo prompt: 'A cat', n: 2, api: 'new-api', model: 'kling',"
                        + " endpoint: '" + api.baseUrl() + "'\necho \"FILES ${clip.files}\" }");
        j.assertLogContains("FILES [video-1.mp4", build);
    }

    @Test
    void retryCanTellARefusalFromOtherErrors() throws Exception {
        api.script().requireToken(TOKEN);
        WorkflowRun build = failure("retry(count: 2, conditions: [videoRefused()]) { echo 'TRY'\n"
                + "generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "' }");
        assertThat(build.getLog().split("\nTRY", -1)).hasSize(3);
        build = failure("retry(count: 2, conditions: [videoTimedOut(), videoRateLimited()]) { echo 'TRY'\n"
                + "generateVideo prompt: 'A cat', endpoint: '" + api.baseUrl() + "' }");
        assertThat(build.getLog().split("\nTRY", -1)).hasSize(2);
    }

    @Test
    void theEndpointOfTheFolderComesFirst() throws Exception {
        configure(null);
        try (PreviewServer ours = PreviewServer.canned()) {
            VideogenFolderProperty property = new VideogenFolderProperty();
            property.setEndpoints(List.of(new VideogenEndpoint("ours", ours.baseUrl())));
            Folder folder = j.createProject(Folder.class, "team");
            folder.addProperty(property);
            WorkflowJob job = folder.createProject(WorkflowJob.class, "job");
            job.setDefinition(new CpsFlowDefinition("generateVideo 'A cat'", true));
            j.buildAndAssertSuccess(job);
            assertThat(ours.jobsCreated()).isEqualTo(1);
            assertThat(api.jobsCreated()).isZero();
        }
    }

    @Test
    void theLimitOfAConfiguredEndpointHoldsForTheBuild() throws Exception {
        configure(1);
        WorkflowRun build = failure("generateVideo prompt: 'A cat', endpoint: 'gateway'\n"
                + "generateVideo prompt: 'A dog', endpoint: '" + api.baseUrl() + "/v1'");
        j.assertLogContains("at most 1 new jobs", build);
        assertThat(api.jobsCreated()).isEqualTo(1);
    }

    @Test
    void otherEndpointsCanBeForbidden() throws Exception {
        configure(null);
        VideogenGlobalConfiguration.get().setOnlyConfiguredEndpoints(true);
        WorkflowRun build = failure("generateVideo prompt: 'A cat', endpoint: 'http://127.0.0.1:1'");
        j.assertLogContains("not configured", build);
        success("generateVideo prompt: 'A cat', endpoint: 'gateway'");
    }

    @Test
    void withoutAnEndpointItSaysWhatToDo() throws Exception {
        WorkflowRun build = failure("generateVideo 'A cat'");
        j.assertLogContains("VIDEOGEN_ENDPOINT", build);
    }

    private void configure(Integer maxNewJobs) {
        VideogenEndpoint endpoint = new VideogenEndpoint("gateway", api.baseUrl());
        endpoint.setMaxNewJobs(maxNewJobs);
        VideogenGlobalConfiguration.get().setEndpoints(List.of(endpoint));
    }

    private static StringCredentialsImpl secret(String id, String value) throws Exception {
        StringCredentialsImpl credential =
                new StringCredentialsImpl(CredentialsScope.GLOBAL, id, null, Secret.fromString(value));
        SystemCredentialsProvider.getInstance().getCredentials().add(credential);
        return credential;
    }

    private WorkflowRun start(String script) throws Exception {
        WorkflowJob job = j.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private WorkflowRun success(String script) throws Exception {
        return j.assertBuildStatusSuccess(j.waitForCompletion(start(script)));
    }

    private WorkflowRun failure(String script) throws Exception {
        return j.assertBuildStatus(Result.FAILURE, j.waitForCompletion(start(script)));
    }

    private static void assertTokenIsNowhere(WorkflowRun build) throws IOException {
        try (Stream<Path> files = Files.walk(build.getRootDir().toPath())) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(TOKEN));
        }
    }
}
