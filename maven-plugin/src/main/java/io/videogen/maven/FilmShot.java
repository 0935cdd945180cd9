package io.videogen.maven;

import io.videogen.film.declared.DeclaredShot;

/** A {@code <shot>} of a film: exactly one of title, video, file and image. Times are seconds or durations. */
public final class FilmShot {

    private String title;
    /** A smaller line below the title. */
    private String subtitle;
    /** The name of a declared video, or of one of its clips ({@code name-2}). */
    private String video;
    /** Own footage, relative to the project's folder. */
    private String file;
    /** A picture, relative to the project's folder. */
    private String image;
    /** How long a title or picture is seen. */
    private String seconds;
    /** Where the part of the footage that is used begins. */
    private String from;
    /** Where it ends. */
    private String to;
    /** 2 is twice as fast. */
    private String speed;
    /** Text in the lower third. */
    private String caption;
    /** From the shot before into this one. */
    private String transition;
    /** Of the camera over a picture, such as {@code zoom-in}. */
    private String motion;
    /** {@code contain} or {@code cover}. */
    private String fit;

    DeclaredShot declared() {
        return new DeclaredShot(
                title, subtitle, video, file, image, seconds, from, to, speed, caption, transition, motion, fit);
    }
}
