package io.jenkins.plugins.videogen.page;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.execution.BuildSpending;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Tells on a build's page what it has bought. Never written down: it is read from the build's record of jobs. */
@ExportedBean
public final class SpendingAction extends InvisibleAction {
    private final BuildSpending spending;

    SpendingAction(BuildSpending spending) {
        this.spending = spending;
    }

    @Exported
    public int getJobs() {
        return spending.jobs();
    }

    @Exported
    public double getSeconds() {
        return spending.seconds().doubleValue();
    }

    @Exported
    public List<String> getCosts() {
        return spending.costs();
    }

    /** One line for the page. */
    public String getSummary() {
        String seconds = spending.ofUnknownLength() == 0
                ? spending.seconds().toPlainString()
                : spending.seconds().toPlainString() + "+";
        String costs = String.join(" + ", spending.costs());
        return costs.isEmpty()
                ? Messages.SpendingAction_Summary(spending.jobs(), seconds)
                : Messages.SpendingAction_SummaryWithCost(
                        spending.jobs(), seconds, spending.ofUnknownCost() == 0 ? costs : costs + " +");
    }

    /** Adds it to every build that has bought something. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Factory extends TransientActionFactory<Run> {
        @Override
        public Class<Run> type() {
            return Run.class;
        }

        /** Or the search for the build's record, in here, would ask this factory for one, and so on. */
        @Override
        public Class<? extends Action> actionType() {
            return SpendingAction.class;
        }

        @Override
        public Collection<? extends Action> createFor(Run target) {
            Optional<BuildSpending> spending = BuildSpending.of((Run<?, ?>) target);
            return spending.isPresent() ? List.of(new SpendingAction(spending.get())) : List.of();
        }
    }
}
