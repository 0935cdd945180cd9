package io.videogen.maven.run;

import io.videogen.film.FilmTools;
import io.videogen.maven.session.FfmpegJars;
import io.videogen.maven.session.OwnModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** What films are made with, through Maven's resolver. */
public final class ResolvedFilmTools implements FilmTools {

    private final FfmpegJars ffmpeg;
    private final OwnModule modules;
    private URLClassLoader glyphs;

    /** @param project may be {@code null} */
    public ResolvedFilmTools(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.ffmpeg = new FfmpegJars(repositories, session, project);
        this.modules = new OwnModule(repositories, session, project);
    }

    @Override
    public Path ffmpeg() {
        return ffmpeg.program();
    }

    @Override
    public synchronized ClassLoader glyphs() {
        if (glyphs == null) {
            List<Path> jars =
                    modules.resolve("videogen-glyphs", "the module that draws letters in films", "glyphs", "");
            glyphs = URLClassLoader.newInstance(
                    jars.stream().map(ResolvedFilmTools::url).toArray(URL[]::new), FilmTools.class.getClassLoader());
        }
        return glyphs;
    }

    @Override
    public synchronized void close() {
        if (glyphs != null) {
            try {
                glyphs.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No URL for \"" + jar + "\"", e);
        }
    }
}
