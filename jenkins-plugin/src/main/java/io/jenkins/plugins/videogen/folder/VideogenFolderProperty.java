package io.jenkins.plugins.videogen.folder;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import hudson.Extension;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.config.VideogenEndpoint;
import java.util.ArrayList;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** What a folder configures for the jobs in it. */
public final class VideogenFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> {
    private List<VideogenEndpoint> endpoints = new ArrayList<>();

    @DataBoundConstructor
    public VideogenFolderProperty() {}

    public List<VideogenEndpoint> getEndpoints() {
        return List.copyOf(endpoints);
    }

    @DataBoundSetter
    public void setEndpoints(List<VideogenEndpoint> endpoints) {
        this.endpoints = new ArrayList<>(endpoints);
    }

    /** Form of the property. */
    @Extension(optional = true)
    @Symbol("videogen")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.VideogenGlobalConfiguration_DisplayName();
        }

        /** A folder that configures nothing has no property. */
        @Override
        public AbstractFolderProperty<?> newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            VideogenFolderProperty property = (VideogenFolderProperty) super.newInstance(request, form);
            return property.endpoints.isEmpty() ? null : property;
        }
    }
}
