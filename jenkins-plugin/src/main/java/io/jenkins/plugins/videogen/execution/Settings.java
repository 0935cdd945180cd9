package io.jenkins.plugins.videogen.execution;

import hudson.model.Run;
import io.jenkins.plugins.videogen.config.Endpoints;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.spending.Purse;
import java.util.Optional;

/** What is configured in this Jenkins, as it is when asked. */
interface Settings {
    /** The endpoints of this Jenkins, and of the folders around a build. */
    Endpoints endpoints(Run<?, ?> run);

    /** The store of what builds share; empty where they share nothing. */
    Optional<SharedStore> store();

    /**
     * What builds buy from.
     *
     * @throws io.videogen.core.VideogenException if its settings can not be read; then nothing may be bought
     */
    Purse purse();
}
