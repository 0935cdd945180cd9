package io.videogen.maven.run;

import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.VideoTask;
import java.util.List;

/**
 * All that one execution of a goal asks for.
 *
 * @param settings how the batch is run
 * @param tasks what is rendered
 * @param attach whether clips become artifacts of the project
 * @param failOnError whether a video without a clip ends the build
 */
public record RenderRequest(BatchSettings settings, List<VideoTask> tasks, boolean attach, boolean failOnError) {

    public RenderRequest {
        tasks = List.copyOf(tasks);
    }
}
