package io.jenkins.plugins.videogen.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogen.Messages;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.AncestorInPath;
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
    private String model;
    private String seconds;
    private String size;

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

    /** The model of videos whose step names none; {@code null} leaves it to the API. */
    public String getModel() {
        return model;
    }

    @DataBoundSetter
    public void setModel(String model) {
        this.model = Util.fixEmptyAndTrim(model);
    }

    /** The length of videos whose step names none; {@code null} leaves it to the API. */
    public String getSeconds() {
        return seconds;
    }

    @DataBoundSetter
    public void setSeconds(String seconds) {
        this.seconds = Util.fixEmptyAndTrim(seconds);
    }

    /** The size of videos whose step names none; {@code null} leaves it to the API. */
    public String getSize() {
        return size;
    }

    @DataBoundSetter
    public void setSize(String size) {
        this.size = Util.fixEmptyAndTrim(size);
    }

    VideoDefaults toDefaults() {
        return new VideoDefaults(model, seconds, size);
    }

    /** Form of one endpoint: of the global configuration, for administrators, or of a folder. */
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
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String credentialsId, @QueryParameter String url) {
            return Forms.credentials(item, url, credentialsId);
        }

        @POST
        public FormValidation doCheckCredentialsId(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String url) {
            return Forms.checkCredentials(item, url, value);
        }

        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            boolean missing = Util.fixEmptyAndTrim(value) == null;
            return Forms.check(
                    item, () -> missing ? Optional.of(Messages.VideogenEndpoint_NameMissing()) : Optional.empty());
        }

        @POST
        public FormValidation doCheckUrl(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter boolean allowInsecureHttp) {
            return Forms.check(item, () -> EndpointUrl.problem(Util.fixEmptyAndTrim(value), allowInsecureHttp));
        }

        /** Asks the endpoint for a job that does not exist: no job is created. */
        @POST
        public FormValidation doTestConnection(
                @AncestorInPath Item item,
                @QueryParameter String url,
                @QueryParameter String api,
                @QueryParameter String credentialsId,
                @QueryParameter String model,
                @QueryParameter boolean allowInsecureHttp)
                throws InterruptedException {
            if (item == null) {
                Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            } else {
                item.checkPermission(Item.CONFIGURE);
            }
            VideogenEndpoint endpoint = new VideogenEndpoint(null, url);
            endpoint.setApi(api);
            endpoint.setCredentialsId(credentialsId);
            endpoint.setModel(model);
            endpoint.setAllowInsecureHttp(allowInsecureHttp);
            return new ConnectionTest(item, endpoint).run();
        }

        @POST
        public FormValidation doCheckMaxNewJobs(@AncestorInPath Item item, @QueryParameter String value) {
            boolean number = Util.fixEmptyAndTrim(value) == null || value.trim().matches("[0-9]{1,6}");
            return Forms.check(
                    item,
                    () -> number
                            ? Optional.empty()
                            : Optional.of(Messages.VideogenEndpoint_MaxNewJobsNotANumber(value)));
        }
    }
}
