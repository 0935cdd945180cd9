package jenkins.model;

import java.io.IOException;
import java.util.Map;

public abstract class ArtifactManager {
    public abstract void archive(
            hudson.FilePath workspace,
            hudson.Launcher launcher,
            hudson.model.BuildListener listener,
            Map<String, String> artifacts)
            throws IOException, InterruptedException;
}
