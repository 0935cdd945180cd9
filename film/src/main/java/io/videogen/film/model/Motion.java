package io.videogen.film.model;

/** How the camera moves over a picture. */
public enum Motion implements Word {
    NONE,
    ZOOM_IN,
    ZOOM_OUT,
    PAN_LEFT,
    PAN_RIGHT,
    PAN_UP,
    PAN_DOWN
}
