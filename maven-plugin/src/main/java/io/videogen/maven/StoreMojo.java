package io.videogen.maven;

import io.videogen.core.VideogenException;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.Pruned;
import io.videogen.film.store.FilmStore;
import io.videogen.maven.build.VideogenConfigurator;
import io.videogen.maven.input.DurationText;
import io.videogen.maven.input.Texts;
import io.videogen.maven.report.Failures;
import io.videogen.maven.report.StoreListing;
import io.videogen.maven.session.Folders;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Lists the store of finished clips (name, model, size, age, bytes) and the jobs in flight. Clips are removed only when
 * {@code videogen.prune} asks for it; a job in flight never is.
 *
 * @since 0.1.0
 */
@Mojo(name = "store", requiresProject = false, threadSafe = true, configurator = VideogenConfigurator.HINT)
public final class StoreMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /**
     * Store of finished clips and ledger of jobs in flight, as in {@code generate}. Unset, the environment
     * variable {@code VIDEOGEN_CACHE} is taken, else {@code ~/.m2/videogen}.
     *
     * <pre>{@code -Dvideogen.cacheDirectory=/mnt/ci-cache/videogen}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.cacheDirectory")
    private File cacheDirectory;

    /**
     * Removes clips and segments of films that no build has used for so long: {@code 12h}, {@code 30d} or ISO-8601. By default nothing is
     * removed.
     *
     * <pre>{@code -Dvideogen.prune=30d}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.prune")
    private String prune;

    /**
     * Id of a job: what is known of it is printed, and nothing else.
     *
     * <pre>{@code -Dvideogen.job=video_123}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.job")
    private String job;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Optional<Duration> limit = DurationText.parse("prune", prune);
            Path folder = new Folders(session, project).cache(cacheDirectory);
            ClipStore store = ClipStore.open(folder, Clock.systemUTC(), getLog()::warn);
            limit.ifPresent(notUsedFor -> prune(store, folder, notUsedFor));
            getLog().info("Store: " + folder);
            Optional<String> id = Texts.set(job);
            if (id.isPresent()) {
                StoreListing.job(id.get(), store.entries(), store.ledger().contents(), Clock.systemUTC())
                        .forEach(getLog()::info);
                return;
            }
            StoreListing.clips(store.entries()).forEach(getLog()::info);
            StoreListing.films("", new FilmStore(FilmStore.in(folder), Clock.systemUTC()).entries())
                    .forEach(getLog()::info);
            StoreListing.jobs(store.ledger().contents(), Clock.systemUTC()).forEach(getLog()::info);
        } catch (VideogenException e) {
            Failures.fail(e);
        }
    }

    private void prune(ClipStore store, Path folder, Duration notUsedFor) {
        Pruned pruned = store.prune(notUsedFor);
        StoreListing.pruned(pruned).forEach(getLog()::info);
        StoreListing.films("Removed ", new FilmStore(FilmStore.in(folder), Clock.systemUTC()).prune(notUsedFor))
                .forEach(getLog()::info);
    }
}
