package io.videogen.maven;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchPlan;
import io.videogen.core.batch.PlannedVideo;
import io.videogen.core.batch.VideoBatch;
import io.videogen.maven.run.RenderRequest;
import java.time.Clock;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Prints what {@code generate} would do, one line per video ({@code cached}, {@code resume <job>}, {@code new} or
 * {@code unknown since <time>}) and last the number of new jobs and seconds. It sends nothing and creates nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends AbstractRenderMojo {

    @Override
    void execute(RenderRequest request) {
        VideoBatch batch = new VideoBatch(
                request.settings(),
                () -> {
                    throw new VideogenException(ErrorKind.OFFLINE, "plan_only", "A plan sends nothing.");
                },
                new BatchListener() {
                    @Override
                    public void warning(String message) {
                        getLog().warn(message);
                    }
                },
                Clock.systemUTC());
        BatchPlan plan = batch.plan(request.tasks());
        for (PlannedVideo video : plan.videos()) {
            getLog().info(video.line());
            video.obstacle().ifPresent(obstacle -> getLog().warn(obstacle.getMessage()));
        }
        getLog().info(plan.summary());
    }
}
