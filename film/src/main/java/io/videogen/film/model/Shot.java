package io.videogen.film.model;

import java.util.Optional;

/**
 * One shot of a film.
 *
 * @param number from 1
 * @param content what is seen
 * @param caption text in the lower third
 * @param transition from the shot before into this one
 * @param fit how a picture of another shape fills the frame, where the output does not say it
 */
public record Shot(int number, Content content, Optional<String> caption, Transition transition, Optional<Fit> fit) {

    /** For people: the number, and what is seen. */
    public String label() {
        return "shot " + number + " (" + content.label() + ")";
    }

    @Override
    public String toString() {
        return RecordText.of(
                "Shot", "number", number, "content", content, "caption", caption, "transition", transition, "fit", fit);
    }
}
