package io.jenkins.plugins.videogen.page;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.execution.BuildSpending;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What the page of a build shows of its videos: those that it waits for, as they go on, those that it has archived, and what
 * it has bought. Never written down: it is read from the build's records. Its view {@code live} is what the page asks for
 * again and again.
 */
@ExportedBean(defaultVisibility = 2)
public final class BuildVideosAction implements Action {
    private final Run<?, ?> run;
    private final Optional<BuildSpending> spending;

    /** @param spending nothing where the build has bought nothing */
    BuildVideosAction(Run<?, ?> run, Optional<BuildSpending> spending) {
        this.run = run;
        this.spending = spending;
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

    /** How many jobs the build has bought, or may have; {@code null} for none, as are the two below. */
    @Exported
    public Integer getJobs() {
        return spending.map(BuildSpending::jobs).orElse(null);
    }

    /** The sum of the lengths that were asked for. */
    @Exported
    public Double getSeconds() {
        return spending.map(bought -> bought.seconds().doubleValue()).orElse(null);
    }

    /** One amount for each unit, such as {@code 0.80 USD}. */
    @Exported
    public List<String> getCosts() {
        return spending.map(BuildSpending::costs).orElse(null);
    }

    /** What was bought, in one line; {@code null} for nothing. */
    public String getBought() {
        return spending.map(BuildVideosAction::inOneLine).orElse(null);
    }

    private static String inOneLine(BuildSpending bought) {
        String seconds = bought.seconds().toPlainString() + (bought.ofUnknownLength() == 0 ? "" : "+");
        String costs = String.join(" + ", bought.costs());
        return costs.isEmpty()
                ? Messages.BuildVideosAction_Bought(bought.jobs(), seconds)
                : Messages.BuildVideosAction_BoughtWithCost(
                        bought.jobs(), seconds, bought.ofUnknownCost() == 0 ? costs : costs + " +");
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

        /** Named, so that asking a build for its records, in here, does not come here again. */
        @Override
        public Class<? extends Action> actionType() {
            return BuildVideosAction.class;
        }

        @Override
        public Collection<? extends Action> createFor(Run target) {
            BuildVideosAction action = new BuildVideosAction(target, BuildSpending.of((Run<?, ?>) target));
            boolean empty = action.getArchived() == null && action.getRunning().isEmpty() && action.spending.isEmpty();
            return empty ? List.of() : List.of(action);
        }
    }
}
