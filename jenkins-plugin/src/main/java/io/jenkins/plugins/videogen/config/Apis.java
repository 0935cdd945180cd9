package io.jenkins.plugins.videogen.config;

import hudson.util.ListBoxModel;
import io.videogen.core.api.ApiName;

/** The APIs that forms offer. */
public final class Apis {
    /** What an endpoint speaks unless told otherwise. */
    static final String DEFAULT = ApiName.OPENAI.word();

    private Apis() {}

    /** One option per API. */
    public static ListBoxModel items() {
        ListBoxModel items = new ListBoxModel();
        for (ApiName api : ApiName.values()) {
            items.add(api.word());
        }
        return items;
    }
}
