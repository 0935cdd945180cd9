package io.jenkins.plugins.videogen.config;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.shared.SharedStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The named endpoints of this Jenkins, and whether pipelines may use others. */
@Extension
@Symbol("videogen")
public final class VideogenGlobalConfiguration extends GlobalConfiguration {
    private static final int DEFAULT_STORE_GIB = 5;
    private static final int BITS_OF_A_GIB = 30;

    private List<VideogenEndpoint> endpoints = new ArrayList<>();
    private boolean onlyConfiguredEndpoints;
    private boolean sharing = true;
    private int storeGib = DEFAULT_STORE_GIB;

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

    public boolean isSharing() {
        return sharing;
    }

    @DataBoundSetter
    public void setSharing(boolean sharing) {
        this.sharing = sharing;
        save();
    }

    /** How much the clips that builds share may take, in GiB. */
    public int getStoreGib() {
        return storeGib;
    }

    @DataBoundSetter
    public void setStoreGib(int storeGib) {
        this.storeGib = storeGib;
        save();
    }

    /** The store of clips that builds share; empty if they share none. */
    public Optional<SharedStore> toStore() {
        return sharing
                ? Optional.of(new SharedStore(
                        Jenkins.get().getRootDir().toPath().resolve("videogen"),
                        (long) storeGib << BITS_OF_A_GIB,
                        Clock.systemUTC()))
                : Optional.empty();
    }

    /** A view of these settings that finds the endpoint of a step. */
    public Endpoints toEndpoints() {
        return new Endpoints(List.copyOf(endpoints), onlyConfiguredEndpoints);
    }
}
