package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.videogen.config.VideogenEndpoint;
import io.jenkins.plugins.videogen.config.VideogenGlobalConfiguration;
import io.videogen.preview.PreviewServer;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.htmlunit.html.HtmlPage;
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
        VideogenGlobalConfiguration configuration = VideogenGlobalConfiguration.get();
        configuration.setEndpoints(List.of(endpoint));
        configuration.setOnlyConfiguredEndpoints(true);
        j.configRoundtrip();
        assertThat(configuration.isOnlyConfiguredEndpoints()).isTrue();
        assertThat(configuration.getEndpoints()).singleElement().satisfies(kept -> {
            assertThat(kept.getName()).isEqualTo("gateway");
            assertThat(kept.getApi()).isEqualTo("lconai");
            assertThat(kept.getMaxNewJobs()).isEqualTo(3);
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
            GenerateVideoStep video = new GenerateVideoStep("A cat");
            video.setEndpoint(api.baseUrl());
            video.setArchive(true);
            FreeStyleProject project = j.createFreeStyleProject();
            project.getBuildersList().add(j.configRoundtrip(new GenerateVideoBuilder(video)));
            FreeStyleBuild build = j.assertBuildStatusSuccess(project.scheduleBuild2(0, new Cause.UserIdCause()));
            assertThat(build.getWorkspace().child("video.mp4").exists()).isTrue();
            assertThat(build.getArtifacts()).hasSize(1);
            assertThat(api.jobsCreated()).isEqualTo(1);
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
