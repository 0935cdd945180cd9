package io.videogen.film.graph;

import io.videogen.film.draw.Lettering;

/** Where an input comes from. */
public sealed interface Source {

    /**
     * A file that is there.
     *
     * @param name as FFmpeg takes it, such as {@code file:/clips/hero.mp4}
     */
    record File(String name) implements Source {}

    /** Text that is drawn when it is needed. */
    record Drawing(Lettering lettering) implements Source {}

    /**
     * A text file that is written when it is needed.
     *
     * @param extension without a dot
     */
    record Text(String content, String extension) implements Source {}
}
