package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.config.Settings;
import io.jenkins.plugins.videogen.config.VideogenGlobalConfiguration;

/**
 * What a render works with beside its build.
 *
 * @param settings what is configured in this Jenkins
 * @param accounts what builds have at endpoints
 * @param workspaces where clips go
 */
record Surroundings(Settings settings, Account.Source accounts, Workspaces workspaces) {

    /** Those of this Jenkins: APIs over HTTP, and workspaces on its nodes. */
    static Surroundings real() {
        Settings settings = VideogenGlobalConfiguration.get();
        return new Surroundings(settings, HttpAccount::new, new NodeWorkspaces(settings));
    }
}
