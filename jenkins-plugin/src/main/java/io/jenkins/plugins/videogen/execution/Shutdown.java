package io.jenkins.plugins.videogen.execution;

import jenkins.model.Jenkins;

/** The end of this Jenkins, or its restart: nothing that happens to a build then is a user's wish. */
final class Shutdown {
    private Shutdown() {}

    static boolean isUnderWay() {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        return jenkins != null && jenkins.isTerminating();
    }
}
