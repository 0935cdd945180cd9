package io.videogen.maven.preview;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import io.videogen.preview.draw.ForkedClipPainter;
import java.io.IOException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;

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
        List<RemoteRepository> remotes = project == null ? List.of() : project.getRemotePluginRepositories();
        DrawingLibraries libraries = new DrawingLibraries(repositories, session.getRepositorySession(), remotes);
        try {
            return PreviewServer.builder()
                    .port(port)
                    .api(api)
                    .marked()
                    .painter(new ForkedClipPainter(ForkedClipPainter.currentJava(), libraries.resolve()))
                    .start();
        } catch (IOException e) {
            throw new VideogenException(
                    ErrorKind.UNREACHABLE, "preview_not_started", "The preview server: " + e.getMessage() + ".", e);
        }
    }
}
