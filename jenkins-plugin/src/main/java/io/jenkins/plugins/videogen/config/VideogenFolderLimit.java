package io.jenkins.plugins.videogen.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.spending.DayLimit;
import java.util.Optional;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The most that the jobs of one folder may buy a day, those of folders below it counted. */
public final class VideogenFolderLimit extends AbstractDescribableImpl<VideogenFolderLimit> {
    private final String folder;
    private Integer maxNewJobsPerDay;
    private String maxCostPerDay;

    @DataBoundConstructor
    public VideogenFolderLimit(String folder) {
        this.folder = Util.fixEmptyAndTrim(folder);
    }

    public String getFolder() {
        return folder;
    }

    public Integer getMaxNewJobsPerDay() {
        return maxNewJobsPerDay;
    }

    @DataBoundSetter
    public void setMaxNewJobsPerDay(Integer maxNewJobsPerDay) {
        this.maxNewJobsPerDay = maxNewJobsPerDay;
    }

    public String getMaxCostPerDay() {
        return maxCostPerDay;
    }

    @DataBoundSetter
    public void setMaxCostPerDay(String maxCostPerDay) {
        this.maxCostPerDay = Util.fixEmptyAndTrim(maxCostPerDay);
    }

    DayLimit toLimit() {
        String name = folder == null ? "" : folder.replaceAll("^/+|/+$", "");
        return Amounts.limit(name, maxNewJobsPerDay, maxCostPerDay);
    }

    /** Form of one limit; a part of the global configuration. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<VideogenFolderLimit> {
        @Override
        public String getDisplayName() {
            return Messages.VideogenFolderLimit_DisplayName();
        }

        @POST
        public FormValidation doCheckFolder(@QueryParameter String value) {
            boolean missing = Util.fixEmptyAndTrim(value) == null;
            return Forms.check(
                    null, () -> missing ? Optional.of(Messages.VideogenFolderLimit_FolderMissing()) : Optional.empty());
        }

        @POST
        public FormValidation doCheckMaxCostPerDay(@QueryParameter String value) {
            return Forms.check(null, () -> Amounts.problem("maxCostPerDay", value));
        }
    }
}
