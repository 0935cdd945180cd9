package io.videogen.film.model;

/** How a picture of another shape fills the frame. */
public enum Fit implements Word {
    /** All of it is seen, on a blurred copy of itself or on the film's background. */
    CONTAIN,
    /** The frame is full, and what stands over is cut off. */
    COVER
}
