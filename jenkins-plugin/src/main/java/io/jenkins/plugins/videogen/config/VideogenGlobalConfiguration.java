package io.jenkins.plugins.videogen.config;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.videogen.Messages;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The named endpoints of this Jenkins, and whether pipelines may use others. */
@Extension
@Symbol("videogen")
public final class VideogenGlobalConfiguration extends GlobalConfiguration {
    private List<VideogenEndpoint> endpoints = new ArrayList<>();
    private boolean onlyConfiguredEndpoints;

    public VideogenGlobalConfiguration() {
        load();
    }

    public static VideogenGlobalConfiguration get() {
        return ExtensionList.lookupSingleton(VideogenGlobalConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.VideogenGlobalConfiguration_DisplayName();
    }

    /** A form without a single endpoint does not mention the list at all, so the list starts empty. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        endpoints = new ArrayList<>();
        request.bindJSON(this, form);
        save();
        return true;
    }

    public List<VideogenEndpoint> getEndpoints() {
        return endpoints;
    }

    @DataBoundSetter
    public void setEndpoints(List<VideogenEndpoint> endpoints) {
        this.endpoints = new ArrayList<>(endpoints);
        save();
    }

    public boolean isOnlyConfiguredEndpoints() {
        return onlyConfiguredEndpoints;
    }

    @DataBoundSetter
    public void setOnlyConfiguredEndpoints(boolean onlyConfiguredEndpoints) {
        this.onlyConfiguredEndpoints = onlyConfiguredEndpoints;
        save();
    }

    /** A view of these settings that finds the endpoint of a step. */
    public Endpoints toEndpoints() {
        return new Endpoints(List.copyOf(endpoints), onlyConfiguredEndpoints);
    }
}
