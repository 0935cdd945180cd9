package io.videogen.maven;

import io.videogen.film.declared.DeclaredFilm;
import java.util.ArrayList;
import java.util.List;

/** A {@code <film>} of the POM. Fields are text, so that a blank one counts as unset and an error can quote it. */
public final class Film {

    /** Stem of its files, {@code [A-Za-z0-9][A-Za-z0-9._-]*}; no video may have the same. */
    private String name;
    /** Such as {@code 1920x1080}; by default that of the first shot that has one. */
    private String size;
    /** Such as {@code 30} or {@code 23.976}; by default that of the first shot that moves. */
    private String fps;

    private List<FilmShot> shots = new ArrayList<>();
    /** Between shots: a name and a length, such as {@code fade 500ms}, or {@code cut}. */
    private String transition;
    /** A sound file: looped or cut to the film's length, and lower while the voice is heard. */
    private String music;
    /** A sound file. */
    private String voice;
    /** A {@code .vtt} or {@code .srt} file. */
    private String captions;
    /** {@code true} draws the captions of the file too, {@code false} not even those of the shots. */
    private String burnCaptions;
    /** A picture for the upper right corner. */
    private String logo;
    /** A TrueType or OpenType file. */
    private String font;
    /** Such as {@code #101820}. */
    private String background;

    private List<FilmOutput> outputs = new ArrayList<>();

    String name() {
        return name;
    }

    DeclaredFilm declared() {
        return new DeclaredFilm(
                name,
                size,
                fps,
                shots.stream().map(FilmShot::declared).toList(),
                transition,
                music,
                voice,
                captions,
                burnCaptions,
                logo,
                font,
                background,
                outputs.stream().map(FilmOutput::declared).toList());
    }

    @Override
    public String toString() {
        return "film \"" + name + "\"";
    }
}
