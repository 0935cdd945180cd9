package io.jenkins.plugins.videogen.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogen.Messages;
import io.videogen.core.batch.Money;
import io.videogen.core.batch.Prices;
import java.util.Optional;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What a model costs, as the administrator wrote it down. */
public final class VideogenPrice extends AbstractDescribableImpl<VideogenPrice> {
    private final String model;
    private String perSecond;
    private String perVideo;

    @DataBoundConstructor
    public VideogenPrice(String model) {
        this.model = Util.fixEmptyAndTrim(model);
    }

    public String getModel() {
        return model;
    }

    /** Such as {@code 0.10 USD}, for each second of each clip. */
    public String getPerSecond() {
        return perSecond;
    }

    @DataBoundSetter
    public void setPerSecond(String perSecond) {
        this.perSecond = Util.fixEmptyAndTrim(perSecond);
    }

    /** The same for each clip. */
    public String getPerVideo() {
        return perVideo;
    }

    @DataBoundSetter
    public void setPerVideo(String perVideo) {
        this.perVideo = Util.fixEmptyAndTrim(perVideo);
    }

    Prices.Price toPrice() {
        return new Prices.Price(
                String.valueOf(model),
                Optional.ofNullable(perSecond).map(text -> Money.parse("perSecond", text)),
                Optional.ofNullable(perVideo).map(text -> Money.parse("perVideo", text)));
    }

    /** Form of one price; a part of the global configuration. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<VideogenPrice> {
        @Override
        public String getDisplayName() {
            return Messages.VideogenPrice_DisplayName();
        }

        @POST
        public FormValidation doCheckPerSecond(@QueryParameter String value) {
            return Forms.check(null, () -> Amounts.problem("perSecond", value));
        }

        @POST
        public FormValidation doCheckPerVideo(@QueryParameter String value) {
            return Forms.check(null, () -> Amounts.problem("perVideo", value));
        }
    }
}
