package io.jenkins.plugins.videogen.folder;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.Extension;
import hudson.model.Item;
import io.jenkins.plugins.videogen.config.EndpointSource;
import io.jenkins.plugins.videogen.config.VideogenEndpoint;
import java.util.ArrayList;
import java.util.List;

/** The endpoints of the folders around a job. */
@Extension(optional = true)
public final class FolderEndpoints implements EndpointSource {
    @Override
    public List<VideogenEndpoint> endpointsOf(Item item) {
        List<VideogenEndpoint> found = new ArrayList<>();
        Object level = item;
        while (level instanceof Item inner) {
            if (level instanceof AbstractFolder<?> folder) {
                VideogenFolderProperty property = folder.getProperties().get(VideogenFolderProperty.class);
                if (property != null) {
                    found.addAll(property.getEndpoints());
                }
            }
            level = inner.getParent();
        }
        return found;
    }
}
