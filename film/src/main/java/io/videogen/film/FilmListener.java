package io.videogen.film;

import java.time.Duration;
import java.util.Optional;

/** Told of the making of films; by several threads, but one at a time. */
public interface FilmListener {

    /**
     * What a film takes.
     *
     * @param pieces in all
     * @param kept those that an earlier build made
     */
    default void planned(String film, int pieces, int kept) {}

    /**
     * How far a film is.
     *
     * @param percent from 0 to 100
     * @param left the time that the rest will take, where that can be said
     */
    default void progressed(String film, int percent, Optional<Duration> left) {}

    /** Something that the author of the film should know. */
    default void warning(String film, String message) {}
}
