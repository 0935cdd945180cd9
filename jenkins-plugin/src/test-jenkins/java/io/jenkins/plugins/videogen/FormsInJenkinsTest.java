package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Cause;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.videogen.config.VideogenEndpoint;
import io.jenkins.plugins.videogen.config.VideogenGlobalConfiguration;
import io.jenkins.plugins.videogen.folder.VideogenFolderProperty;
import io.videogen.preview.PreviewServer;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FormsInJenkinsTest {
    private JenkinsRule j;

    @BeforeEach
    void start(JenkinsRule rule) {
        j = rule;
    }

    @Test
    void theFormKeepsEveryParameter() throws Exception {
        GenerateVideoStep step = full();
        GenerateVideoStep after = new StepConfigTester(j).configRoundTrip(step);
        j.assertEqualDataBoundBeans(step, after);
    }

    @Test
    void theFormLeavesUnsetWhatIsUnset() throws Exception {
        GenerateVideoStep after = new StepConfigTester(j).configRoundTrip(new GenerateVideoStep("A cat"));
        assertThat(after.getWatermark()).isNull();
        assertThat(after.getSeed()).isNull();
        assertThat(after.getFps()).isNull();
        assertThat(after.getApi()).isNull();
        assertThat(after.isCancelOnAbort()).isTrue();
        assertThat(after.getTimeoutMinutes()).isEqualTo(30);
    }

    @Test
    void snippetsAreShort() throws Exception {
        SnippetizerTester tester = new SnippetizerTester(j);
        tester.assertRoundTrip(new GenerateVideoStep("A cat"), "generateVideo 'A cat'");
        GenerateVideoStep step = new GenerateVideoStep("A cat");
        step.setFile("demo.mp4");
        step.setArchive(true);
        tester.assertRoundTrip(step, "generateVideo archive: true, file: 'demo.mp4', prompt: 'A cat'");
    }

    @Test
    void everyFieldHasHelpInTwoLanguages() {
        for (Class<?> form : List.of(GenerateVideoStep.class, VideogenEndpoint.class)) {
            for (var field : form.getDeclaredFields()) {
                if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                    assertThat(form.getResource(form.getSimpleName() + "/help-" + field.getName() + ".html"))
                            .as(field.getName())
                            .isNotNull();
                    assertThat(form.getResource(form.getSimpleName() + "/help-" + field.getName() + "_zh_CN.html"))
                            .as(field.getName())
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void theGlobalFormKeepsEndpointsAndCanLoseThem() throws Exception {
        VideogenEndpoint endpoint = new VideogenEndpoint("gateway", "https://gateway.example.com");
        endpoint.setApi("lconai");
        endpoint.setMaxNewJobs(3);
        endpoint.setModel("sora-2");
        endpoint.setSeconds("4");
        endpoint.setSize("1280x720");
        VideogenGlobalConfiguration configuration = VideogenGlobalConfiguration.get();
        configuration.setEndpoints(List.of(endpoint));
        configuration.setOnlyConfiguredEndpoints(true);
        j.configRoundtrip();
        assertThat(configuration.isOnlyConfiguredEndpoints()).isTrue();
        assertThat(configuration.getEndpoints()).singleElement().satisfies(kept -> {
            assertThat(kept.getName()).isEqualTo("gateway");
            assertThat(kept.getApi()).isEqualTo("lconai");
            assertThat(kept.getMaxNewJobs()).isEqualTo(3);
            assertThat(kept.getModel()).isEqualTo("sora-2");
            assertThat(kept.getSeconds()).isEqualTo("4");
            assertThat(kept.getSize()).isEqualTo("1280x720");
        });
        configuration.setEndpoints(List.of());
        j.configRoundtrip();
        assertThat(configuration.getEndpoints()).isEmpty();
    }

    @Test
    void configurationAsCodeSetsEndpoints() throws Exception {
        ConfigurationAsCode.get()
                .configure(Objects.requireNonNull(getClass().getResource("endpoints.yaml"))
                        .toString());
        VideogenGlobalConfiguration configuration = VideogenGlobalConfiguration.get();
        assertThat(configuration.isOnlyConfiguredEndpoints()).isTrue();
        assertThat(configuration.getEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getUrl()).isEqualTo("https://gateway.example.com");
            assertThat(endpoint.getCredentialsId()).isEqualTo("videogen-token");
            assertThat(endpoint.getMaxNewJobs()).isEqualTo(4);
        });
    }

    @Test
    void aFolderKeepsItsEndpointsAndCanLoseThem() throws Exception {
        Folder folder = j.createProject(Folder.class, "team");
        VideogenFolderProperty property = new VideogenFolderProperty();
        property.setEndpoints(List.of(new VideogenEndpoint("ours", "https://team.example.com")));
        folder.addProperty(property);
        Folder kept = j.configRoundtrip(folder);
        assertThat(kept.getProperties().get(VideogenFolderProperty.class).getEndpoints())
                .singleElement()
                .satisfies(endpoint -> assertThat(endpoint.getName()).isEqualTo("ours"));
        kept.getProperties().get(VideogenFolderProperty.class).setEndpoints(List.of());
        assertThat(j.configRoundtrip(kept).getProperties().get(VideogenFolderProperty.class))
                .isNull();
    }

    @Test
    void theFormOfTheStepOffersTheEndpointsOfTheFolderAndOfTheAdministrator() throws Exception {
        VideogenGlobalConfiguration.get()
                .setEndpoints(List.of(new VideogenEndpoint("gateway", "https://gateway.example.com")));
        Folder folder = j.createProject(Folder.class, "team");
        VideogenFolderProperty property = new VideogenFolderProperty();
        property.setEndpoints(List.of(new VideogenEndpoint("ours", "https://team.example.com")));
        folder.addProperty(property);
        GenerateVideoStep.DescriptorImpl form = j.jenkins.getDescriptorByType(GenerateVideoStep.DescriptorImpl.class);
        assertThat(form.doFillEndpointItems(folder.createProject(WorkflowJob.class, "job")))
                .containsExactly("ours", "gateway");
        assertThat(form.doFillEndpointItems(j.createProject(WorkflowJob.class))).containsExactly("gateway");
    }

    @Test
    void aConnectionIsTestedWithoutAJob() throws Exception {
        VideogenEndpoint.DescriptorImpl form = j.jenkins.getDescriptorByType(VideogenEndpoint.DescriptorImpl.class);
        try (PreviewServer api = PreviewServer.canned()) {
            api.script().requireToken("sk-0123456789");
            SystemCredentialsProvider.getInstance()
                    .getCredentials()
                    .add(new StringCredentialsImpl(
                            CredentialsScope.GLOBAL, "good", null, Secret.fromString("sk-0123456789")));
            SystemCredentialsProvider.getInstance()
                    .getCredentials()
                    .add(new StringCredentialsImpl(
                            CredentialsScope.GLOBAL, "bad", null, Secret.fromString("sk-9876543210")));
            assertThat(form.doTestConnection(null, api.baseUrl(), "openai", "good", null, false).kind)
                    .isEqualTo(FormValidation.Kind.OK);
            FormValidation refused = form.doTestConnection(null, api.baseUrl(), "openai", "bad", null, false);
            assertThat(refused.kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(refused.getMessage()).contains("401").doesNotContain("sk-9876543210");
            assertThat(api.count("POST")).isZero();
        }
        assertThat(form.doTestConnection(null, "http://127.0.0.1:1", "openai", null, null, false).kind)
                .isEqualTo(FormValidation.Kind.ERROR);
    }

    @Test
    void thePlayerPagePlaysArchivedClipsAndEscapesThePrompt() throws Exception {
        try (PreviewServer api = PreviewServer.canned()) {
            WorkflowJob job = j.createProject(WorkflowJob.class);
            job.setDefinition(new CpsFlowDefinition(
                    "node { generateVideo prompt: '<script>alert(1)</script> cat', endpoint: '" + api.baseUrl()
                            + "', file: 'out/a b.mp4', archive: true }",
                    true));
            WorkflowRun build = j.buildAndAssertSuccess(job);
            HtmlPage page = j.createWebClient().getPage(build, "generated-videos");
            String html = page.getWebResponse().getContentAsString();
            assertThat(html).contains("&lt;script>alert(1)").doesNotContain("<script>alert(1)");
            String source = page.querySelector("video")
                    .getAttributes()
                    .getNamedItem("src")
                    .getNodeValue();
            assertThat(source).endsWith("/artifact/out/a%20b.mp4");
            assertThat(j.createWebClient()
                            .goTo(build.getUrl() + "generated-videos/api/json", "application/json")
                            .getWebResponse()
                            .getContentAsString())
                    .contains("\"out/a b.mp4\"", "\"sha256\"");
            assertThat(j.createWebClient()
                            .goTo(build.getUrl() + "api/json", "application/json")
                            .getWebResponse()
                            .getContentAsString())
                    .contains("\"out/a b.mp4\"", "\"sha256\"", "\"jobs\":1");
            String poster = page.querySelector("video")
                    .getAttributes()
                    .getNamedItem("poster")
                    .getNodeValue();
            WebResponse still =
                    j.createWebClient().getPage(new URL(j.getURL(), poster)).getWebResponse();
            assertThat(still.getContentType()).startsWith("image/");
            JenkinsRule.WebClient elsewhere = j.createWebClient().withThrowExceptionOnFailingStatusCode(false);
            assertThat(elsewhere
                            .getPage(new URL(j.getURL(), build.getUrl() + "generated-videos/thumbnail/other.png"))
                            .getWebResponse()
                            .getStatusCode())
                    .isBetween(400, 404);
            JenkinsRule.WebClient raw = j.createWebClient();
            assertThat(raw.getPage(new URL(j.getURL(), source)).getWebResponse().getStatusCode())
                    .isEqualTo(200);
            assertThat(page.querySelectorAll("#main-panel script, #main-panel [onclick], #main-panel [style]"))
                    .isEmpty();
        }
    }

    @Test
    void aFreestyleBuildRendersWithTheSameForm() throws Exception {
        try (PreviewServer api = PreviewServer.canned()) {
            GenerateVideoStep video = new GenerateVideoStep("A cat of ${JOB_NAME}");
            video.setEndpoint(api.baseUrl());
            video.setArchive(true);
            FreeStyleProject project = j.createFreeStyleProject();
            project.getBuildersList().add(j.configRoundtrip(new GenerateVideoBuilder(video)));
            FreeStyleBuild build = j.assertBuildStatusSuccess(project.scheduleBuild2(0, new Cause.UserIdCause()));
            assertThat(build.getWorkspace().child("video.mp4").exists()).isTrue();
            assertThat(build.getArtifacts()).hasSize(1);
            assertThat(api.jobsCreated()).isEqualTo(1);
            assertThat(api.requests().stream()
                            .filter(request -> request.method().equals("POST")))
                    .singleElement()
                    .satisfies(create -> assertThat(create.body()).contains("A cat of " + project.getName()));
        }
    }

    private static GenerateVideoStep full() {
        GenerateVideoStep step = new GenerateVideoStep("A cat");
        step.setFile("demo.mp4");
        step.setModel("sora-2");
        step.setSeconds("4");
        step.setSize("1280x720");
        step.setInputReference("images/cat.png");
        step.setWatermark(false);
        step.setPrivateVideo(true);
        step.setCharacterUrl("https://example.com/c.mp4");
        step.setCharacterTimestamps("1.5,3.5");
        step.setFps(24);
        step.setN(2);
        step.setSeed(7L);
        step.setUser("me");
        step.setResponseFormat("url");
        step.setMetadata("{\"a\":1}");
        step.setOptions("{\"b\":2}");
        step.setEncoding("json");
        step.setEndpoint("https://gateway.example.com");
        step.setApi("lconai");
        step.setTimeoutMinutes(45);
        step.setArchive(true);
        step.setCancelOnAbort(false);
        step.setResubmit(true);
        step.setQuiet(true);
        return step;
    }
}
