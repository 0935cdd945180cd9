package io.videogen.maven;

import io.videogen.core.batch.BatchPlan;
import io.videogen.core.batch.PlannedVideo;
import io.videogen.maven.build.VideogenConfigurator;
import io.videogen.maven.run.Plans;
import io.videogen.maven.run.RenderRequest;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Prints what {@code generate} would do, one line per video (cached, resume JOB, new, not as locked, waits for JOB of
 * BUILD, or unknown since TIME) and last the number of new jobs and seconds, with their cost where prices are known. It
 * sends nothing to the API and creates nothing; a shared store is asked. At the root of a reactor it tells of all modules
 * and their executions.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true, configurator = VideogenConfigurator.HINT)
public final class PlanMojo extends AbstractRenderMojo {

    @Inject
    PlanMojo(Provider<LifecycleExecutor> lifecycle, SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(lifecycle, decrypter, repositories);
    }

    @Override
    AbstractRenderMojo another() {
        return new PlanMojo(lifecycle(), decrypter(), repositories());
    }

    @Override
    void execute(List<RenderRequest> requests) {
        List<BatchPlan> plans = requests.stream()
                .map(request -> {
                    request.label().ifPresent(getLog()::info);
                    BatchPlan plan = Plans.of(request, getLog());
                    plan.videos().forEach(this::print);
                    return plan;
                })
                .toList();
        getLog().info(BatchPlan.total(plans).summary());
        requests.forEach(request -> Plans.lock(request, getLog()));
    }

    private void print(PlannedVideo video) {
        getLog().info(video.line());
        video.obstacle().ifPresent(obstacle -> getLog().warn(obstacle.getMessage()));
    }
}
