package io.videogen.film.make;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.Sha256;
import io.videogen.core.request.FileDigests;
import io.videogen.film.FilmListener;
import io.videogen.film.MadeFilm;
import io.videogen.film.draw.Letterer;
import io.videogen.film.ffmpeg.Ffmpeg;
import io.videogen.film.model.Film;
import io.videogen.film.store.FilmRecord;
import io.videogen.film.store.Pieces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes one film. */
public final class FilmMaker {

    /** To be raised when the same description becomes another film: then all films are looked at anew. */
    private static final String FORMAT = "film-4";

    private final Film film;
    private final String tool;
    private final Pieces pieces;
    private final Material material;

    /**
     * @param tool stands for FFmpeg in keys
     */
    public FilmMaker(Film film, String tool, FileDigests digests, Pieces pieces) {
        this.film = film;
        this.pieces = pieces;
        this.material = Material.of(film, digests);
        this.tool = tool + " " + film.font().map(material::identity).orElse("");
    }

    /** Stands for all that makes the film. */
    public String key() {
        return Sha256.of(FORMAT + " " + tool + "\n" + film + "\n" + material);
    }

    /**
     * Makes it, and remembers that.
     *
     * @param glyphs sees the module of glyphs; asked when the first letter is set
     */
    public MadeFilm make(
            Supplier<Ffmpeg> ffmpeg,
            Supplier<ClassLoader> glyphs,
            SideBySide sideBySide,
            FilmListener listener,
            Clock clock) {
        try {
            Path fonts = Files.createTempDirectory(ffmpeg.get().scratch(), "fonts");
            Letterer letterer = new Letterer(fonts, film.font(), glyphs);
            Kitchen kitchen = new Kitchen(film.name(), tool, ffmpeg, letterer, pieces);
            MadeFilm made = new Production(film, kitchen, sideBySide, letterer, material, listener, clock).make(key());
            FilmRecord.keep(pieces, made);
            return made;
        } catch (IOException e) {
            throw new VideogenException(
                    ErrorKind.STORAGE,
                    "film_not_kept",
                    "Film \"" + film.name() + "\" can not be written (" + e + ").",
                    e);
        }
    }
}
