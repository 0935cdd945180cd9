package io.jenkins.plugins.videogen.execution;

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
        Settings settings = new JenkinsSettings();
        return new Surroundings(settings, HttpAccount::new, new NodeWorkspaces(settings));
    }
}
