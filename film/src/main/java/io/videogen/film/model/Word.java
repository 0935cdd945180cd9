package io.videogen.film.model;

import java.util.Locale;

/** A choice that people write in lower case with hyphens. */
public interface Word {

    /** As in Java. */
    String name();

    /** As people write it. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
