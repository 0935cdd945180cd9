package io.jenkins.plugins.videogen.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogen.Messages;
import java.util.Optional;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** One endpoint that the administrator has configured under a name. */
public final class VideogenEndpoint extends AbstractDescribableImpl<VideogenEndpoint> {
    private final String name;
    private final String url;
    private String api;
    private String credentialsId;
    private Integer maxNewJobs;
    private boolean allowInsecureHttp;

    @DataBoundConstructor
    public VideogenEndpoint(String name, String url) {
        this.name = Util.fixEmptyAndTrim(name);
        this.url = Util.fixEmptyAndTrim(url);
    }

    public String getName() {
        return name;
    }

    public String getUrl() {
        return url;
    }

    public String getApi() {
        return api;
    }

    @DataBoundSetter
    public void setApi(String api) {
        this.api = Util.fixEmptyAndTrim(api);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** Most jobs that one build may create here; {@code null} for no limit. */
    public Integer getMaxNewJobs() {
        return maxNewJobs;
    }

    @DataBoundSetter
    public void setMaxNewJobs(Integer maxNewJobs) {
        this.maxNewJobs = maxNewJobs;
    }

    public boolean isAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    @DataBoundSetter
    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    /** Form of one endpoint; a part of the global configuration, so only administrators get answers. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<VideogenEndpoint> {
        @Override
        public String getDisplayName() {
            return Messages.VideogenEndpoint_DisplayName();
        }

        @POST
        public ListBoxModel doFillApiItems() {
            return Forms.apis();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId, @QueryParameter String url) {
            return Forms.credentials(null, url, credentialsId);
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String url) {
            return Forms.checkCredentials(null, url, value);
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            boolean missing = Util.fixEmptyAndTrim(value) == null;
            return Forms.check(
                    null, () -> missing ? Optional.of(Messages.VideogenEndpoint_NameMissing()) : Optional.empty());
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value, @QueryParameter boolean allowInsecureHttp) {
            return Forms.check(null, () -> EndpointUrl.problem(Util.fixEmptyAndTrim(value), allowInsecureHttp));
        }

        @POST
        public FormValidation doCheckMaxNewJobs(@QueryParameter String value) {
            boolean number = Util.fixEmptyAndTrim(value) == null || value.trim().matches("[0-9]{1,6}");
            return Forms.check(
                    null,
                    () -> number
                            ? Optional.empty()
                            : Optional.of(Messages.VideogenEndpoint_MaxNewJobsNotANumber(value)));
        }
    }
}
