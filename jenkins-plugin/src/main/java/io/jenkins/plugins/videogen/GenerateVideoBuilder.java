package io.jenkins.plugins.videogen;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.videogen.execution.BlockingRender;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * The build step of freestyle jobs: the same video, engine and form as the pipeline step, but it holds the build's
 * executor while it waits, because a freestyle build has no other way. A restart ends the build; the next one with the same
 * request takes up its job.
 */
public final class GenerateVideoBuilder extends Builder implements SimpleBuildStep {
    private final GenerateVideoStep video;

    @DataBoundConstructor
    public GenerateVideoBuilder(GenerateVideoStep video) {
        this.video = video;
    }

    public GenerateVideoStep getVideo() {
        return video;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        GenerateVideoStep expanded = ExpandedStep.of(video, env::expand);
        new BlockingRender(expanded, run, workspace, env, launcher, listener).run();
    }

    /** Name and applicability of the build step. */
    @Extension
    @Symbol("renderVideo")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.GenerateVideoBuilder_DisplayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
