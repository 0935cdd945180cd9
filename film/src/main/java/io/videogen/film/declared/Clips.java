package io.videogen.film.declared;

import java.nio.file.Path;
import java.util.Set;

/** The clips that shots can name. */
public interface Clips {

    /** All names, for people who mistyped one. */
    Set<String> names();

    /**
     * One of them.
     *
     * @throws io.videogen.core.VideogenException if there is no file, saying what to do
     */
    Clip clip(String name);

    /**
     * A clip that is there.
     *
     * @param file complete
     * @param preview whether it is a drawn stand-in
     */
    record Clip(Path file, boolean preview) {}
}
