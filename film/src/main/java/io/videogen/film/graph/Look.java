package io.videogen.film.graph;

import io.videogen.film.model.Colour;
import io.videogen.film.model.Fit;
import io.videogen.film.model.FrameRate;
import io.videogen.film.model.Size;
import java.util.Optional;

/**
 * The frame that all is brought to.
 *
 * @param size of the frame
 * @param rate frames a second
 * @param fit of pictures of another shape, where the shot does not say it
 * @param background beside them; a blurred copy of the picture where none is given
 */
public record Look(Size size, FrameRate rate, Fit fit, Optional<Colour> background) {}
