package io.videogen.maven.preview;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.maven.session.FfmpegJars;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import io.videogen.preview.draw.ForkedClipPainter;
import java.io.IOException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** Starts preview servers that draw real clips. */
public final class DrawingServer {

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;

    public DrawingServer(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    /**
     * Starts one on 127.0.0.1.
     *
     * @param port 0 for any free one
     * @throws VideogenException if what draws can not be resolved, or the port is taken
     */
    public PreviewServer start(int port, Api api) {
        FfmpegJars ffmpeg = new FfmpegJars(repositories, session, project);
        try {
            return PreviewServer.builder()
                    .port(port)
                    .api(api)
                    .marked()
                    .painter(new ForkedClipPainter(ForkedClipPainter.currentJava(), ffmpeg.libraries()))
                    .start();
        } catch (IOException e) {
            throw new VideogenException(
                    ErrorKind.UNREACHABLE, "preview_not_started", "The preview server: " + e.getMessage() + ".", e);
        }
    }
}
