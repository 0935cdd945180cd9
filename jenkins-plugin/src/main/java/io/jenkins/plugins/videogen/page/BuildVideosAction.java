package io.jenkins.plugins.videogen.page;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.videogen.Messages;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What the page of a build shows of its videos: those that it waits for, as they go on, and those that it has archived.
 * Never written down. Its view {@code live} is what the page asks for again and again.
 */
@ExportedBean
public final class BuildVideosAction implements Action {
    private final Run<?, ?> run;

    BuildVideosAction(Run<?, ?> run) {
        this.run = run;
    }

    /** What is exported, at {@code api/json} below the page. */
    public Api getApi() {
        return new Api(this);
    }

    /** The build, for the page. */
    public Run<?, ?> getRun() {
        return run;
    }

    @Exported
    public List<RunningVideo> getRunning() {
        return RunningVideos.of(run);
    }

    /** The page with the archived videos, or {@code null} if there are none. */
    public GeneratedVideosAction getArchived() {
        GeneratedVideosAction archived = run.getAction(GeneratedVideosAction.class);
        return archived == null || archived.getVideos().isEmpty() ? null : archived;
    }

    /** No entry in the build's menu: that is the one of the archived videos. */
    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.GeneratedVideosAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return "running-videos";
    }

    /** Adds it to builds that have something to show. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Factory extends TransientActionFactory<Run> {
        @Override
        public Class<Run> type() {
            return Run.class;
        }

        /** Named, so that asking a build for its archived videos does not come here again. */
        @Override
        public Class<? extends Action> actionType() {
            return BuildVideosAction.class;
        }

        @Override
        public Collection<? extends Action> createFor(Run target) {
            BuildVideosAction action = new BuildVideosAction(target);
            return action.getArchived() == null && action.getRunning().isEmpty() ? List.of() : List.of(action);
        }
    }
}
