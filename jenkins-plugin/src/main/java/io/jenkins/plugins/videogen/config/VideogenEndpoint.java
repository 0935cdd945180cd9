package io.jenkins.plugins.videogen.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogen.Messages;
import jenkins.model.Jenkins;
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
            return Jenkins.get().hasPermission(Jenkins.ADMINISTER) ? Apis.items() : new ListBoxModel();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId, @QueryParameter String url) {
            return CredentialsForm.items(null, Util.fixEmptyAndTrim(url), credentialsId);
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String url) {
            return CredentialsForm.check(null, Util.fixEmptyAndTrim(url), Util.fixEmptyAndTrim(value));
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.VideogenEndpoint_NameMissing())
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value, @QueryParameter boolean allowInsecureHttp) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return EndpointUrl.problem(Util.fixEmptyAndTrim(value), allowInsecureHttp)
                    .map(FormValidation::error)
                    .orElseGet(FormValidation::ok);
        }

        @POST
        public FormValidation doCheckMaxNewJobs(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Util.fixEmptyAndTrim(value) == null || value.trim().matches("[0-9]{1,6}")
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.VideogenEndpoint_MaxNewJobsNotANumber(value));
        }
    }
}
