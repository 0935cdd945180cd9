package io.videogen.maven;

import io.videogen.core.VideogenException;
import io.videogen.core.shared.SharedListing;
import io.videogen.core.shared.SharedStore;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.Pruned;
import io.videogen.film.store.FfmpegReleases;
import io.videogen.film.store.FilmStore;
import io.videogen.maven.build.VideogenConfigurator;
import io.videogen.maven.input.DurationText;
import io.videogen.maven.input.Texts;
import io.videogen.maven.report.Failures;
import io.videogen.maven.report.SharedStoreListing;
import io.videogen.maven.report.StoreListing;
import io.videogen.maven.session.Folders;
import io.videogen.maven.session.StoreKeys;
import io.videogen.maven.session.Variables;
import io.videogen.maven.shared.SharedStores;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Lists the store of finished clips (name, model, size, age, bytes) and the jobs in flight, those of a shared store too.
 * Clips are removed only when {@code videogen.prune} asks for it; a job in flight never is.
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
     * Store that many machines share, as in {@code generate}: it is listed too, and never pruned.
     *
     * <pre>{@code -Dvideogen.store=s3://acme-build/videogen}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.store")
    private String store;

    /**
     * Id of the server in settings.xml with the keys of the shared store, as in {@code generate}.
     *
     * <pre>{@code -Dvideogen.storeServerId=videogen-store}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.storeServerId")
    private String storeServerId;

    /**
     * Removes clips, segments of films and earlier releases of FFmpeg of this machine that no build has used for so
     * long: {@code 12h}, {@code 30d} or ISO-8601. The last use of clips and segments is exact to a day: they may go
     * that much earlier. By default nothing is removed.
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

    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;

    @Inject
    StoreMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        this.decrypter = decrypter;
        this.repositories = repositories;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Optional<Duration> limit = DurationText.parse("prune", prune);
            Path folder = new Folders(session, project).cache(cacheDirectory);
            ClipStore local = ClipStore.open(folder, Clock.systemUTC(), getLog()::warn);
            limit.ifPresent(notUsedFor -> prune(local, folder, notUsedFor));
            getLog().info("Store: " + folder);
            Optional<String> id = Texts.set(job);
            if (id.isPresent()) {
                StoreListing.job(id.get(), local.entries(), local.ledger().contents(), Clock.systemUTC())
                        .forEach(getLog()::info);
                return;
            }
            StoreListing.clips(local.entries()).forEach(getLog()::info);
            StoreListing.films("", new FilmStore(FilmStore.in(folder), Clock.systemUTC()).entries())
                    .forEach(getLog()::info);
            StoreListing.ffmpeg("", new FfmpegReleases(folder, Clock.systemUTC()).entries())
                    .forEach(getLog()::info);
            StoreListing.jobs(local.ledger().contents(), Clock.systemUTC()).forEach(getLog()::info);
            Optional<String> shared = Texts.set(store).or(() -> new Variables(session).get(Variables.STORE));
            if (shared.isPresent()) {
                list(shared.get(), folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The build was interrupted.", e);
        } catch (VideogenException e) {
            Failures.fail(e);
        }
    }

    private void list(String location, Path cache) throws InterruptedException {
        StoreKeys keys = new StoreKeys(session.getSettings(), decrypter);
        SharedStore opened = new SharedStores(repositories, session, project)
                .of(location, () -> keys.find(Texts.set(storeServerId)), cache, Clock.systemUTC());
        List<SharedListing> listed = opened.list();
        getLog().info("Shared store: " + location);
        SharedStoreListing.lines(listed, Clock.systemUTC()).forEach(getLog()::info);
    }

    private void prune(ClipStore store, Path folder, Duration notUsedFor) {
        Pruned pruned = store.prune(notUsedFor);
        StoreListing.pruned(pruned).forEach(getLog()::info);
        StoreListing.films("Removed ", new FilmStore(FilmStore.in(folder), Clock.systemUTC()).prune(notUsedFor))
                .forEach(getLog()::info);
        StoreListing.ffmpeg("Removed ", new FfmpegReleases(folder, Clock.systemUTC()).prune(notUsedFor))
                .forEach(getLog()::info);
    }
}
