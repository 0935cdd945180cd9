package io.jenkins.plugins.videogen.execution;

import hudson.model.Run;
import io.jenkins.plugins.videogen.config.Endpoints;
import io.jenkins.plugins.videogen.config.VideogenGlobalConfiguration;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.spending.Purse;
import java.util.Optional;

/** The global configuration, with that of folders. */
record JenkinsSettings() implements Settings {
    @Override
    public Endpoints endpoints(Run<?, ?> run) {
        return VideogenGlobalConfiguration.get().toEndpoints(run.getParent());
    }

    @Override
    public Optional<SharedStore> store() {
        return VideogenGlobalConfiguration.get().toStore();
    }

    @Override
    public Purse purse() {
        return VideogenGlobalConfiguration.get().toPurse();
    }
}
