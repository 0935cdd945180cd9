package io.jenkins.plugins.videogen.config;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.spending.DayLimit;
import io.jenkins.plugins.videogen.spending.Purse;
import io.videogen.core.batch.Prices;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The named endpoints of this Jenkins, and whether pipelines may use others. */
@Extension
@Symbol("videogen")
public final class VideogenGlobalConfiguration extends GlobalConfiguration implements Settings {
    private static final int DEFAULT_STORE_GIB = 5;
    private static final int BITS_OF_A_GIB = 30;

    private List<VideogenEndpoint> endpoints = new ArrayList<>();
    private boolean onlyConfiguredEndpoints;
    private boolean sharing = true;
    private int storeGib = DEFAULT_STORE_GIB;
    private List<VideogenPrice> prices = new ArrayList<>();
    private Integer maxNewJobsPerDay;
    private String maxCostPerDay;
    private List<VideogenFolderLimit> folderLimits = new ArrayList<>();

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
        prices = new ArrayList<>();
        folderLimits = new ArrayList<>();
        maxNewJobsPerDay = null;
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

    /** What models cost. */
    public List<VideogenPrice> getPrices() {
        return prices;
    }

    @DataBoundSetter
    public void setPrices(List<VideogenPrice> prices) {
        this.prices = new ArrayList<>(prices);
        save();
    }

    /** Most jobs that all builds together may create a day; {@code null} for no limit. */
    public Integer getMaxNewJobsPerDay() {
        return maxNewJobsPerDay;
    }

    @DataBoundSetter
    public void setMaxNewJobsPerDay(Integer maxNewJobsPerDay) {
        this.maxNewJobsPerDay = maxNewJobsPerDay;
        save();
    }

    /** Most that all builds together may spend a day, such as {@code 20 USD}; {@code null} for no limit. */
    public String getMaxCostPerDay() {
        return maxCostPerDay;
    }

    @DataBoundSetter
    public void setMaxCostPerDay(String maxCostPerDay) {
        this.maxCostPerDay = Util.fixEmptyAndTrim(maxCostPerDay);
        save();
    }

    public List<VideogenFolderLimit> getFolderLimits() {
        return folderLimits;
    }

    @DataBoundSetter
    public void setFolderLimits(List<VideogenFolderLimit> folderLimits) {
        this.folderLimits = new ArrayList<>(folderLimits);
        save();
    }

    @POST
    public FormValidation doCheckMaxCostPerDay(@QueryParameter String value) {
        return Forms.check(null, () -> Amounts.problem("maxCostPerDay", value));
    }

    @Override
    public Purse purse() {
        List<DayLimit> limits = new ArrayList<>();
        limits.add(Amounts.limit("", maxNewJobsPerDay, maxCostPerDay));
        folderLimits.forEach(limit -> limits.add(limit.toLimit()));
        return new Purse(
                Prices.of(prices.stream().map(VideogenPrice::toPrice).toList()),
                limits,
                folder().resolve("spending"),
                Clock.systemDefaultZone());
    }

    private static Path folder() {
        return Jenkins.get().getRootDir().toPath().resolve("videogen");
    }

    @Override
    public Optional<SharedStore> store() {
        return sharing
                ? Optional.of(new SharedStore(folder(), (long) storeGib << BITS_OF_A_GIB, Clock.systemUTC()))
                : Optional.empty();
    }

    @Override
    public Endpoints endpoints(Item item) {
        List<VideogenEndpoint> nearer = new ArrayList<>();
        ExtensionList.lookup(EndpointSource.class).forEach(source -> nearer.addAll(source.endpointsOf(item)));
        return new Endpoints(nearer, List.copyOf(endpoints), onlyConfiguredEndpoints);
    }
}
