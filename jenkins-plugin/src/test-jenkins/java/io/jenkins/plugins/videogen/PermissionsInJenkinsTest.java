package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Computer;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.User;
import hudson.util.Secret;
import io.jenkins.plugins.videogen.config.VideogenEndpoint;
import io.jenkins.plugins.videogen.config.VideogenGlobalConfiguration;
import io.videogen.preview.PreviewServer;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A Jenkins with users: who may see and do what, over HTTP. */
@WithJenkins
class PermissionsInJenkinsTest {
    private static final String TOKEN = "sk-0123456789-do-not-tell";
    private static final String STEP_FORM = "descriptorByName/" + GenerateVideoStep.class.getName() + "/";
    private static final String ENDPOINT_FORM = "descriptorByName/" + VideogenEndpoint.class.getName() + "/";

    private PreviewServer api;
    private JenkinsRule j;
    private WorkflowJob job;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        j = rule;
        api = PreviewServer.canned();
        api.script().requireToken(TOKEN);
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", null, Secret.fromString(TOKEN)));
        VideogenGlobalConfiguration.get().setEndpoints(List.of(new VideogenEndpoint("gateway", api.baseUrl())));
        job = j.createProject(WorkflowJob.class, "clip");
        job.setDefinition(new CpsFlowDefinition(
                "node { generateVideo prompt: 'A cat', credentialsId: 'token', archive: true }", true));
        j.jenkins.setSecurityRealm(j.createDummySecurityRealm());
        j.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ, Item.BUILD, Item.CONFIGURE, Item.EXTENDED_READ)
                .everywhere()
                .to("author")
                .grant(Jenkins.READ, Item.READ, Item.BUILD, Computer.BUILD)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ)
                .everywhere()
                .to("guest"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theFormOfTheStepTellsOnlyWhoMayConfigureTheJob() throws Exception {
        String credentials = job.getUrl() + STEP_FORM + "fillCredentialsIdItems";
        assertThat(post("author", credentials).getContentAsString()).contains("\"token\"");
        assertThat(post("reader", credentials).getContentAsString()).doesNotContain("\"token\"");
        assertThat(post("guest", credentials).getStatusCode()).isEqualTo(404);
        String endpoint = job.getUrl() + STEP_FORM + "checkEndpoint?value=nonsense";
        assertThat(post("author", endpoint).getContentAsString()).contains("gateway");
        assertThat(post("reader", endpoint).getContentAsString()).doesNotContain("gateway");
        String id = job.getUrl() + STEP_FORM + "checkCredentialsId?value=absent";
        assertThat(post("author", id).getContentAsString()).contains("absent");
        assertThat(post("reader", id).getContentAsString()).doesNotContain("absent");
    }

    @Test
    void theFormOfEndpointsTellsAdministratorsOnly() throws Exception {
        Map<String, String> answers = Map.of(
                "fillCredentialsIdItems", "\"token\"",
                "checkCredentialsId?value=absent", "absent",
                "checkName?value=", "class=\"error\"",
                "checkUrl?value=nonsense", "class=\"error\"",
                "checkMaxNewJobs?value=many", "class=\"error\"",
                "testConnection?url=nonsense", "is not a base URL");
        for (Map.Entry<String, String> form : answers.entrySet()) {
            assertThat(post("admin", ENDPOINT_FORM + form.getKey()).getContentAsString())
                    .as(form.getKey())
                    .contains(form.getValue());
            assertThat(post("author", ENDPOINT_FORM + form.getKey()).getContentAsString())
                    .as(form.getKey())
                    .doesNotContain(form.getValue());
        }
    }

    @Test
    void theFormOfTheStepOutsideAJobTellsAdministratorsOnly() throws Exception {
        String credentials = STEP_FORM + "fillCredentialsIdItems";
        assertThat(post("admin", credentials).getContentAsString()).contains("\"token\"");
        assertThat(post("author", credentials).getContentAsString()).doesNotContain("\"token\"");
    }

    @Test
    void whatTheApisAreCalledIsNoSecret() throws Exception {
        for (String form : List.of(STEP_FORM, ENDPOINT_FORM, job.getUrl() + STEP_FORM)) {
            assertThat(post("reader", form + "fillApiItems").getContentAsString())
                    .as(form)
                    .contains("\"openai\"");
        }
        assertThat(post("reader", STEP_FORM + "fillEncodingItems").getContentAsString())
                .contains("\"multipart\"");
    }

    @Test
    void noFormMethodAnswersAGet() throws Exception {
        for (String path : formMethods(GenerateVideoStep.DescriptorImpl.class, job.getUrl() + STEP_FORM)) {
            assertThat(get("admin", path).getStatusCode()).as(path).isIn(404, 405);
        }
        for (String path : formMethods(VideogenEndpoint.DescriptorImpl.class, ENDPOINT_FORM)) {
            assertThat(get("admin", path).getStatusCode()).as(path).isIn(404, 405);
        }
    }

    @Test
    void whoMayReadTheJobSeesItsClipAndNobodyElse() throws Exception {
        WorkflowRun build = j.buildAndAssertSuccess(job);
        String page = build.getUrl() + "generated-videos/";
        String clip = build.getUrl() + "artifact/video.mp4";
        assertThat(get("reader", page).getContentAsString()).contains("<video", "artifact/video.mp4");
        assertThat(get("reader", clip).getStatusCode()).isEqualTo(200);
        for (String path : List.of(page, clip)) {
            assertThat(get("guest", path).getStatusCode()).as(path).isEqualTo(404);
            assertThat(get(null, path).getWebRequest().getUrl().getPath())
                    .as(path)
                    .endsWith("/login");
        }
        assertThat(get("reader", page).getContentAsString()).doesNotContain(TOKEN, "\"token\"");
    }

    @Test
    void onlyAdministratorsConfigureEndpoints() throws Exception {
        assertThat(post("author", "configSubmit").getStatusCode()).isEqualTo(403);
        assertThat(get("author", "manage/configure").getStatusCode()).isEqualTo(403);
        assertThat(VideogenGlobalConfiguration.get().getEndpoints()).hasSize(1);
        assertThat(get("admin", "manage/configure").getContentAsString()).contains("gateway");
    }

    @Test
    void aFreestyleBuildRunsWithoutAUserLoggedIn() throws Exception {
        FreeStyleBuild build = j.buildAndAssertSuccess(freestyle());
        j.assertLogContains("Submitted video job", build);
    }

    @Test
    void aBuildOfAUserWhoMayNotUseTheCredentialDoesNotUseIt() throws Exception {
        FreeStyleProject project = freestyle();
        QueueItemAuthenticatorConfiguration.get()
                .getAuthenticators()
                .add(new MockQueueItemAuthenticator()
                        .authenticate(
                                project.getFullName(),
                                User.getById("reader", true).impersonate2())
                        .authenticate(
                                job.getFullName(), User.getById("reader", true).impersonate2()));
        j.assertLogContains("\"token\"", j.buildAndAssertStatus(Result.FAILURE, project));
        j.assertLogContains("\"token\"", j.buildAndAssertStatus(Result.FAILURE, job));
        assertThat(api.jobsCreated()).isZero();
    }

    private FreeStyleProject freestyle() throws Exception {
        GenerateVideoStep video = new GenerateVideoStep("A cat");
        video.setCredentialsId("token");
        FreeStyleProject project = j.createFreeStyleProject("free");
        project.getBuildersList().add(new GenerateVideoBuilder(video));
        return project;
    }

    private WebResponse post(String user, String path) throws Exception {
        return send(user, path, HttpMethod.POST);
    }

    private WebResponse get(String user, String path) throws Exception {
        return send(user, path, HttpMethod.GET);
    }

    private WebResponse send(String user, String path, HttpMethod method) throws Exception {
        try (JenkinsRule.WebClient web = j.createWebClient()) {
            web.withThrowExceptionOnFailingStatusCode(false).withJavaScriptEnabled(false);
            if (user != null) {
                web.login(user);
            }
            WebRequest request = new WebRequest(new URL(j.getURL(), path), method);
            if (method == HttpMethod.POST) {
                web.addCrumb(request);
            }
            return web.getPage(request).getWebResponse();
        }
    }

    /** URLs of the methods that Stapler finds by their names. */
    private static List<String> formMethods(Class<?> form, String base) {
        List<String> paths = Arrays.stream(form.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.matches("do(Fill|Check|Test).*"))
                .map(name ->
                        base + name.substring(2, 3).toLowerCase(java.util.Locale.ROOT) + name.substring(3) + "?value=a")
                .toList();
        assertThat(paths).isNotEmpty();
        return paths;
    }
}
