package io.videogen.maven;

import io.videogen.core.VideogenException;
import io.videogen.maven.build.BuildExecutions;
import io.videogen.maven.build.CalledByName;
import io.videogen.maven.build.Declares;
import io.videogen.maven.build.KnownElements;
import io.videogen.maven.input.Texts;
import io.videogen.maven.report.Failures;
import io.videogen.maven.session.Folders;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * A goal that acts on executions: on the one that the lifecycle runs, or, called by name, on those of all modules. Its
 * parameters are those of clips and films alike.
 *
 * @param <R> what one execution asks for
 */
abstract class AbstractVideogenMojo<R> extends AbstractMojo {

    private final Provider<LifecycleExecutor> lifecycle;
    private final RepositorySystem repositories;
    /** Each walks all modules once, for all that this goal asks. */
    private final Map<Declares, BuildExecutions> builds = new EnumMap<>(Declares.class);

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /**
     * Folder for clips, thumbnails and films. By default {@code videogen} in the project's build folder
     * ({@code target/videogen}), without a POM {@code target/videogen} in the current folder.
     *
     * <pre>{@code <outputDirectory>target/classes/videos</outputDirectory>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.outputDirectory")
    private File outputDirectory;

    /**
     * Folder for {@code videogen.json} and {@code index.html}, which tell prompts, endpoint, job ids and times: keep it
     * out of what is shipped. Films find their clips by it. By default {@code target/videogen}, also where
     * {@code outputDirectory} is another.
     *
     * <pre>{@code <reportDirectory>target/reports/videos</reportDirectory>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.reportDirectory")
    private File reportDirectory;

    /**
     * Store of finished clips, ledger of jobs in flight, and segments of films. It survives {@code mvn clean} and a deleted
     * local repository. Unset, the environment variable {@code VIDEOGEN_CACHE} is taken, else {@code ~/.m2/videogen}.
     *
     * <pre>{@code <cacheDirectory>/mnt/ci-cache/videogen</cacheDirectory>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.cacheDirectory")
    private File cacheDirectory;

    /**
     * Whether preview clips may be drawn and delivered, and films may hold them. By default they may, but not in a build
     * that deploys: whose tasks contain {@code deploy} or a goal of the deploy plugin.
     *
     * <pre>{@code <allowPreview>false</allowPreview>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.allowPreview")
    private String allowPreview;

    /**
     * Whether each clip and each file of a film becomes an artifact of the project, with its extension as type and its
     * name as classifier. Preview clips, and films that hold one, are refused.
     *
     * <pre>{@code <attach>true</attach>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.attach", defaultValue = "false")
    private String attach;

    /**
     * Whether a video without a clip, or a film that can not be made, fails the build; if not, it is a warning. Mistakes in
     * the declaration fail the build in any case.
     *
     * <pre>{@code -Dvideogen.failOnError=false}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.failOnError", defaultValue = "true")
    private String failOnError;

    /**
     * Whether to do nothing.
     *
     * <pre>{@code -Dvideogen.skip=true}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.skip", defaultValue = "false")
    private String skip;

    AbstractVideogenMojo(Provider<LifecycleExecutor> lifecycle, RepositorySystem repositories) {
        this.lifecycle = lifecycle;
        this.repositories = repositories;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            List<R> requests = requests();
            if (!requests.isEmpty()) {
                execute(requests);
            }
        } catch (VideogenException e) {
            Failures.fail(e);
        }
    }

    /** Does the goal's work: one request for each execution that it acts on and that asks for something. */
    abstract void execute(List<R> requests) throws MojoExecutionException, MojoFailureException;

    /** A mojo of the same goal, to be configured for another execution. */
    abstract AbstractVideogenMojo<R> another();

    /** What the goal's executions declare. */
    abstract Declares declares();

    /** What this execution asks for; nothing, with the reason in the log, where that is no mistake. */
    abstract Optional<R> wanted(Optional<String> label);

    List<R> requests() {
        return new CalledByName(session, mojoExecution, lifecycle)
                .requests(build(), this, this::another, AbstractVideogenMojo::request);
    }

    final Optional<R> request(Optional<String> label) {
        if (label.isEmpty()) {
            // Of an execution that was found by its name, all modules have been looked at.
            KnownElements.check(
                    project, session, mojoExecution.getMojoDescriptor().getPluginDescriptor());
        }
        if (Texts.flag("skip", skip).orElse(false)) {
            skipping(label, "videogen.skip is true.");
            return Optional.empty();
        }
        return wanted(label);
    }

    final void skipping(Optional<String> label, String why) {
        getLog().info(label.map(here -> here + ": ").orElse("") + "Skipping: " + why);
    }

    final BuildExecutions build() {
        return build(declares());
    }

    final BuildExecutions build(Declares declared) {
        BuildExecutions known = builds.get(declared);
        if (known == null) {
            known = new BuildExecutions(
                    session,
                    mojoExecution.getMojoDescriptor().getPluginDescriptor().getPluginLookupKey(),
                    declared);
            builds.put(declared, known);
        }
        return known;
    }

    /** Whether the goal was called for one execution of several. */
    final boolean isOneAlone() {
        return CalledByName.isOneAlone(mojoExecution);
    }

    final Provider<LifecycleExecutor> lifecycle() {
        return lifecycle;
    }

    final RepositorySystem repositories() {
        return repositories;
    }

    final MavenSession session() {
        return session;
    }

    /** The project; {@code null} without one. */
    final MavenProject project() {
        return project;
    }

    final Folders folders() {
        return new Folders(session, project);
    }

    final Path outputFolder() {
        return folders().output(outputDirectory);
    }

    final Path reportFolder() {
        return folders().report(reportDirectory);
    }

    final Path cacheFolder() {
        return folders().cache(cacheDirectory);
    }

    final Optional<Path> formerCacheFolder() {
        return folders().formerCache(cacheDirectory);
    }

    final boolean allowsPreview() {
        return Texts.flag("allowPreview", allowPreview).orElse(true);
    }

    final boolean attaches() {
        return Texts.flag("attach", attach).orElse(false);
    }

    final boolean failsOnError() {
        return Texts.flag("failOnError", failOnError).orElse(true);
    }
}
