package io.jenkins.plugins.videogen.config;

import hudson.ExtensionPoint;
import hudson.model.Item;
import java.util.List;

/** Gives endpoints that count for some jobs only: folders, which are a plugin that a Jenkins may do without. */
public interface EndpointSource extends ExtensionPoint {
    /**
     * The endpoints for a job or folder, nearest first.
     *
     * @param item {@code null} where a form belongs to no job
     */
    List<VideogenEndpoint> endpointsOf(Item item);
}
