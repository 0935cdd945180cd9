package io.videogen.maven.run;

import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.VideoTask;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * All that one execution of a goal asks for.
 *
 * @param label module and execution, where the goal acts on more than the running one
 * @param project whose clips they are; {@code null} without one
 * @param settings how the batch is run
 * @param tasks what is rendered
 * @param writeLock lock file that is to be written once the clips are there
 * @param serverId server of settings.xml that has the token
 * @param allowInsecureHttp whether the token may travel unencrypted
 * @param attach whether clips become artifacts of the project
 * @param failOnError whether a video without a clip ends the build
 */
public record RenderRequest(
        Optional<String> label,
        MavenProject project,
        BatchSettings settings,
        List<VideoTask> tasks,
        Optional<LockTarget> writeLock,
        Optional<String> serverId,
        boolean allowInsecureHttp,
        boolean attach,
        boolean failOnError) {

    public RenderRequest {
        tasks = List.copyOf(tasks);
    }
}
