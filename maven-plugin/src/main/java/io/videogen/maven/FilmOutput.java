package io.videogen.maven;

import io.videogen.film.declared.DeclaredOutput;

/** An {@code <output>} of a film: a format as its text, or the format with its options. */
public final class FilmOutput {

    /** {@code mp4}, {@code webm}, {@code gif} or {@code poster}. */
    private String format;
    /** In pixels; the height follows. */
    private String width;
    /** Limit of a GIF, such as {@code 5MB}. */
    private String maxBytes;
    /** Such as {@code 9:16}; it is in the file's name. */
    private String aspectRatio;
    /** {@code contain} or {@code cover}. */
    private String fit;
    /** The moment that a poster shows. */
    private String at;

    /** Maven calls this for an output that is a text. */
    public void set(String text) {
        format = text;
    }

    DeclaredOutput declared() {
        return new DeclaredOutput(format, width, maxBytes, aspectRatio, fit, at);
    }
}
