package io.videogen.maven.run;

import io.videogen.film.model.Film;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * All that one execution of {@code film} asks for.
 *
 * @param label module and execution, where the goal acts on several
 * @param project whose films they are; {@code null} without one
 * @param films in order
 * @param cache where pieces are kept
 * @param delivery where films go
 * @param allowPreview whether a film may hold a drawn stand-in
 * @param attach whether films become artifacts of the project
 * @param failOnError whether a film that can not be made ends the build
 */
public record FilmRequest(
        Optional<String> label,
        MavenProject project,
        List<Film> films,
        Path cache,
        FilmDelivery delivery,
        boolean allowPreview,
        boolean attach,
        boolean failOnError) {

    public FilmRequest {
        films = List.copyOf(films);
    }
}
