package io.videogen.maven;

import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.maven.build.VideogenConfigurator;
import io.videogen.maven.input.Texts;
import io.videogen.maven.preview.DrawingServer;
import io.videogen.maven.report.Failures;
import io.videogen.maven.report.Screens;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Runs the preview server in the foreground on 127.0.0.1, for trying a client without an account. It prints its URL alone
 * on a line of standard output, draws every clip that is asked for, and ends on Ctrl-C; its jobs and clips go with it.
 *
 * @since 0.1.0
 */
@Mojo(name = "serve", requiresProject = false, threadSafe = true, configurator = VideogenConfigurator.HINT)
public final class ServeMojo extends AbstractMojo {

    private final RepositorySystem repositories;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /**
     * Port to listen on, 0 for any free one.
     *
     * <pre>{@code -Dvideogen.port=9000}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.port", defaultValue = "8788")
    private String port;

    /**
     * The API spoken: any of those that {@code generate} speaks. {@code new-api} has paths beside those of
     * {@code openai}, {@code lconai} and {@code yishangyun}, and is served with each of them.
     *
     * <pre>{@code -Dvideogen.api=lconai}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.api", defaultValue = "openai")
    private String api;

    @Inject
    ServeMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try (PreviewServer server = start()) {
            getLog().info("The preview server runs until Ctrl-C. Its clips are marked PREVIEW; nothing is bought.");
            PrintStream out = Screens.standardOutput();
            out.println(server.baseUrl());
            out.flush();
            awaitEnd(server);
        } catch (VideogenException e) {
            Failures.fail(e);
        }
    }

    private PreviewServer start() {
        int number = Texts.integer("port", port).orElse(8788);
        if (number < 0 || number > 65_535) {
            throw VideogenException.invalid(
                    "invalid_port", "The value of port is \"" + number + "\". It must be from 0 to 65535.");
        }
        ApiName spoken = ApiName.parse(Texts.set(api).orElse(ApiName.OPENAI.word()));
        return new DrawingServer(repositories, session, project).start(number, Api.of(spoken.word()));
    }

    private static void awaitEnd(PreviewServer server) {
        // Ctrl-C ends the JVM while this thread still waits: only a hook can end the processes that draw.
        Thread hook = new Thread(server::close, "videogen-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(hook);
            Thread.currentThread().interrupt();
        }
    }
}
