package io.videogen.maven;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.output.OutputFolder;
import io.videogen.core.output.ReportFolder;
import io.videogen.core.store.DigestCache;
import io.videogen.film.FilmStudio;
import io.videogen.film.MadeFilm;
import io.videogen.film.declared.Clips;
import io.videogen.film.declared.DeclaredFilm;
import io.videogen.film.declared.FilmReader;
import io.videogen.maven.build.Declares;
import io.videogen.maven.build.VideogenConfigurator;
import io.videogen.maven.input.Selection;
import io.videogen.maven.input.Texts;
import io.videogen.maven.report.FilmProgress;
import io.videogen.maven.report.Screens;
import io.videogen.maven.run.Attachments;
import io.videogen.maven.run.DeliveredClips;
import io.videogen.maven.run.Endings;
import io.videogen.maven.run.FilmDelivery;
import io.videogen.maven.run.FilmRequest;
import io.videogen.maven.run.ResolvedFilmTools;
import io.videogen.maven.run.ShutdownGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;

/**
 * Makes the declared films from clips, own footage, pictures and titles, on this machine. It buys nothing; a film that
 * did not change is not made again, and a changed shot costs the work of that shot.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "film",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresProject = false,
        threadSafe = true,
        configurator = VideogenConfigurator.HINT)
public final class FilmMojo extends AbstractVideogenMojo<FilmRequest> {

    private final MavenProjectHelper projectHelper;

    /**
     * The films. Each has a {@code name}, {@code shots} (exactly one of {@code title}, {@code video}, {@code file} and
     * {@code image} in each) and {@code outputs}; the documentation's page on films has all fields.
     *
     * <pre>{@code
     * <films>
     *   <film>
     *     <name>launch</name>
     *     <shots>
     *       <shot><title>Acme 4.2</title></shot>
     *       <shot><video>hero</video><caption>One line of POM</caption></shot>
     *     </shots>
     *     <transition>fade 500ms</transition>
     *     <outputs>
     *       <output>mp4</output>
     *     </outputs>
     *   </film>
     * </films>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<Film> films = new ArrayList<>();

    /**
     * Names of the films to make, comma-separated; by default all.
     *
     * <pre>{@code -Dvideogen.films=launch}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.films")
    private String onlyFilms;

    @Inject
    FilmMojo(Provider<LifecycleExecutor> lifecycle, RepositorySystem repositories, MavenProjectHelper projectHelper) {
        super(lifecycle, repositories);
        this.projectHelper = projectHelper;
    }

    @Override
    FilmMojo another() {
        return new FilmMojo(lifecycle(), repositories(), projectHelper);
    }

    @Override
    Declares declares() {
        return Declares.FILMS;
    }

    @Override
    void execute(List<FilmRequest> requests) throws MojoExecutionException, MojoFailureException {
        Endings endings = new Endings();
        for (FilmRequest request : requests) {
            if (requests.size() > 1) {
                request.label().ifPresent(getLog()::info);
            }
            endings.of(() -> make(request));
        }
        endings.fail();
    }

    @Override
    Optional<FilmRequest> wanted(Optional<String> label) {
        List<DeclaredFilm> selected = selected(label);
        if (selected.isEmpty()) {
            return Optional.empty();
        }
        OutputFolder output = new OutputFolder(outputFolder(), getLog()::warn);
        ReportFolder report = new ReportFolder(reportFolder(), folders().title(), getLog()::warn);
        Clips clips = new DeliveredClips(
                report, project() == null ? Set.of() : build(Declares.VIDEOS).names(project()));
        return Optional.of(new FilmRequest(
                label,
                project(),
                new FilmReader(folders().base(), clips).read(selected),
                cacheFolder(),
                new FilmDelivery(output, report),
                allowsPreview(),
                attaches(),
                failsOnError()));
    }

    private List<DeclaredFilm> selected(Optional<String> label) {
        if (films.isEmpty()) {
            skipping(label, "no film is declared.");
            return List.of();
        }
        Selection selection = Selection.of("videogen.films", onlyFilms);
        selection.requireAmong("films", () -> {
            Set<String> all = build().names();
            films.forEach(film -> Texts.set(film.name()).ifPresent(all::add));
            return all;
        });
        return films.stream()
                .filter(film -> selection.names().isEmpty()
                        || Texts.set(film.name())
                                .filter(selection.names()::contains)
                                .isPresent())
                .map(Film::declared)
                .toList();
    }

    private void make(FilmRequest request) throws MojoExecutionException, MojoFailureException {
        Attachments attachments = new Attachments(projectHelper, request.project());
        if (request.attach()) {
            attachments.checkProject();
        }
        Endings endings = new Endings();
        Clock clock = Clock.systemUTC();
        DigestCache digests = DigestCache.in(request.cache(), clock);
        try (FilmProgress progress = new FilmProgress(Screens.of(session(), getLog()), clock);
                FilmStudio studio = new FilmStudio(
                        request.cache(),
                        digests,
                        new ResolvedFilmTools(repositories(), session(), request.project()),
                        progress,
                        FilmStudio.usualProcesses(),
                        clock)) {
            ShutdownGuard.run(studio::interrupt, () -> {
                request.films()
                        .forEach(film -> endings.of(() -> {
                            MadeFilm made = make(request, studio, film, progress, clock);
                            if (request.attach()) {
                                attachments.attach(request.delivery().files(made));
                            }
                        }));
                return null;
            });
        } finally {
            digests.save();
        }
        if (request.failOnError() || endings.isMistake()) {
            endings.fail();
        }
        endings.messages().forEach(getLog()::warn);
    }

    private static MadeFilm make(
            FilmRequest request,
            FilmStudio studio,
            io.videogen.film.model.Film film,
            FilmProgress progress,
            Clock clock) {
        Instant begun = clock.instant();
        try {
            allow(request, film, film.holdsPreview());
            MadeFilm made = studio.make(film);
            // Own footage may be a preview clip too, which only its bytes tell.
            allow(request, film, made.preview());
            boolean changed = request.delivery().deliver(made);
            progress.finished(made, changed, Duration.between(begun, clock.instant()));
            return made;
        } catch (VideogenException e) {
            if (e.kind() == ErrorKind.INTERRUPTED) {
                // Told here and first: after Ctrl-C there is little time, and nobody is left to print an exception.
                progress.warning(film.name(), e.getMessage());
            }
            // What an earlier run delivered is not what the description says now.
            request.delivery().withdraw(film.name());
            throw e;
        }
    }

    private static void allow(FilmRequest request, io.videogen.film.model.Film film, boolean preview) {
        if (preview && request.attach()) {
            throw Attachments.previewRefused();
        }
        if (preview && !request.allowPreview()) {
            throw VideogenException.invalid(
                    "preview_not_allowed",
                    "Film \"" + film.name() + "\" holds preview clips, which are not allowed in this build"
                            + " (videogen.allowPreview): a build that deploys allows none, unless that is set to true."
                            + " Render real clips with videogen.endpoint.");
        }
    }
}
