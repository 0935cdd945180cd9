package io.jenkins.plugins.videogen.config;

import hudson.model.Item;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.spending.Purse;
import java.util.Optional;

/** What is configured in this Jenkins, as it is when asked. */
public interface Settings {
    /**
     * The endpoints of this Jenkins, and of the folders around a job.
     *
     * @param item a job or folder, or {@code null} for what counts everywhere
     */
    Endpoints endpoints(Item item);

    /** The store of what builds share; empty where they share nothing. */
    Optional<SharedStore> store();

    /**
     * What builds buy from.
     *
     * @throws io.videogen.core.VideogenException if its settings can not be read; then nothing may be bought
     */
    Purse purse();
}
