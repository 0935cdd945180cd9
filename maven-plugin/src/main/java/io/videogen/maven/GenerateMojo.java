package io.videogen.maven;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.batch.BatchPlan;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.LastFrames;
import io.videogen.core.batch.NewJob;
import io.videogen.core.batch.RemoteFactory;
import io.videogen.core.batch.VideoBatch;
import io.videogen.film.FrameCutter;
import io.videogen.maven.build.VideogenConfigurator;
import io.videogen.maven.preview.DrawingServer;
import io.videogen.maven.preview.PreviewFactory;
import io.videogen.maven.report.Failures;
import io.videogen.maven.report.Progress;
import io.videogen.maven.report.Screens;
import io.videogen.maven.report.Summary;
import io.videogen.maven.run.Attachments;
import io.videogen.maven.run.Endings;
import io.videogen.maven.run.EndpointFactory;
import io.videogen.maven.run.Plans;
import io.videogen.maven.run.RenderRequest;
import io.videogen.maven.run.ShutdownGuard;
import io.videogen.maven.session.FfmpegJars;
import io.videogen.maven.session.Tokens;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Renders the declared videos into {@code target/videogen}, each paid for once: clips of the store are taken from
 * there, and jobs of an earlier build that was killed are taken up again.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresProject = false,
        threadSafe = true,
        configurator = VideogenConfigurator.HINT)
public final class GenerateMojo extends AbstractRenderMojo {

    private final MavenProjectHelper projectHelper;

    @Inject
    GenerateMojo(
            Provider<LifecycleExecutor> lifecycle,
            SettingsDecrypter decrypter,
            RepositorySystem repositories,
            MavenProjectHelper projectHelper) {
        super(lifecycle, decrypter, repositories);
        this.projectHelper = projectHelper;
    }

    @Override
    AbstractRenderMojo another() {
        return new GenerateMojo(lifecycle(), decrypter(), repositories(), projectHelper);
    }

    @Override
    void execute(List<RenderRequest> requests) throws MojoExecutionException, MojoFailureException {
        if (requests.size() == 1) {
            execute(requests.get(0));
            return;
        }
        Endings endings = new Endings();
        planAll(requests).ifPresent(endings::refused);
        for (RenderRequest request : requests) {
            request.label().ifPresent(getLog()::info);
            endings.of(() -> execute(request));
        }
        endings.fail();
    }

    /** So that a build which would buy too much buys nothing: each run finds the budget closed, and says why. */
    private Optional<String> planAll(List<RenderRequest> requests) {
        List<NewJob> jobs = BatchPlan.total(requests.stream()
                        .map(request -> Plans.of(request, getLog()))
                        .toList())
                .jobs();
        BatchSettings settings = requests.get(0).settings();
        return settings.budget().plan(jobs, settings.limits());
    }

    private void execute(RenderRequest request) throws MojoExecutionException, MojoFailureException {
        Attachments attachments = new Attachments(projectHelper, request.project());
        attachments.check(request);
        BatchReport report;
        try {
            report = render(request);
        } catch (VideogenException e) {
            if (request.failOnError() || e.kind() == ErrorKind.INVALID_INPUT) {
                throw e;
            }
            getLog().warn(Failures.message(e));
            return;
        }
        if (request.attach()) {
            attachments.attach(report);
        }
        conclude(request, report);
        Plans.lock(request, getLog());
    }

    private BatchReport render(RenderRequest request) {
        if (request.settings().preview()) {
            getLog().info("The endpoint is \"preview\": PREVIEW clips are drawn on this machine, and nothing is bought."
                    + " Set videogen.endpoint for real ones.");
        }
        Clock clock = Clock.systemUTC();
        try (Progress progress = new Progress(Screens.of(session(), getLog()), clock);
                FrameCutter cutter = cutter(request)) {
            VideoBatch batch = new VideoBatch(
                    request.settings(),
                    remote(request),
                    cutter == null ? LastFrames.NONE : cutter::last,
                    progress,
                    clock);
            progress.start();
            return ShutdownGuard.run(batch::interrupt, () -> {
                BatchReport report = batch.run(request.tasks());
                if (report.interrupted()) {
                    // Told here and not by an exception: after Ctrl-C nobody is left to print one.
                    Summary.runningOn(report, request.settings().preview()).forEach(getLog()::warn);
                }
                return report;
            });
        }
    }

    /** None where no video continues another: most builds need not even load it. */
    private FrameCutter cutter(RenderRequest request) {
        boolean needed = request.tasks().stream().anyMatch(task -> task.before().isPresent());
        return needed
                ? new FrameCutter(
                        request.settings().cacheDirectory(),
                        () -> new FfmpegJars(repositories(), session(), request.project()).program())
                : null;
    }

    private RemoteFactory remote(RenderRequest request) {
        if (request.settings().preview()) {
            return new PreviewFactory(
                    request.settings(), new DrawingServer(repositories(), session(), request.project()));
        }
        Tokens tokens = new Tokens(session().getSettings(), decrypter(), variables());
        return new EndpointFactory(
                request.settings(), session(), () -> tokens.find(request.serverId()), request.allowInsecureHttp());
    }

    private void conclude(RenderRequest request, BatchReport report)
            throws MojoExecutionException, MojoFailureException {
        Summary.lines(report, request.settings().preview()).forEach(getLog()::info);
        if (report.failures().isEmpty()) {
            return;
        }
        if (request.failOnError()) {
            Failures.fail(report);
        }
        Failures.lines(report).forEach(getLog()::warn);
    }
}
