package io.videogen.film.make;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.Sha256;
import io.videogen.core.request.FileDigests;
import io.videogen.film.media.Media;
import io.videogen.film.model.Content;
import io.videogen.film.model.Film;
import io.videogen.film.model.Shot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a film is made from, and what stands for their content. */
public final class Material {

    private final Map<Path, String> identities = new LinkedHashMap<>();

    private Material() {}

    /**
     * Reads the digests of all files that a film names.
     *
     * @throws VideogenException if one can not be read
     */
    public static Material of(Film film, FileDigests digests) {
        Material material = new Material();
        for (Path file : files(film)) {
            try {
                StringBuilder all = new StringBuilder();
                List<Path> pictures = new Media(file).files();
                for (Path picture : pictures) {
                    all.append(digests.sha256(picture)).append('\n');
                }
                material.identities.put(
                        file, pictures.size() == 1 ? all.toString().strip() : Sha256.of(all.toString()));
            } catch (IOException e) {
                throw new VideogenException(
                        ErrorKind.INVALID_INPUT,
                        "unreadable_file",
                        "Film \"" + film.name() + "\": the file \"" + file + "\" can not be read (" + e + ").",
                        e);
            }
        }
        return material;
    }

    private static List<Path> files(Film film) {
        List<Path> files = new ArrayList<>();
        film.shots().stream().map(Shot::content).forEach(content -> file(content)
                .ifPresent(files::add));
        List.of(film.music(), film.voice(), film.captions(), film.logo(), film.font())
                .forEach(file -> file.ifPresent(files::add));
        return files;
    }

    /** The file of a shot. */
    static Optional<Path> file(Content content) {
        if (content instanceof Content.Footage footage) {
            return Optional.of(footage.file());
        }
        return content instanceof Content.Still still ? Optional.of(still.file()) : Optional.empty();
    }

    String identity(Path file) {
        return identities.get(file);
    }

    /** All of it. */
    @Override
    public String toString() {
        return identities.toString();
    }
}
