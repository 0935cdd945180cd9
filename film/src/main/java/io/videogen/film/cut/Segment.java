package io.videogen.film.cut;

import java.util.List;

/**
 * A piece of the film that is made by itself.
 *
 * @param parts one shot, or two in a transition
 * @param transition its name; empty in a body
 * @param at its first frame on the film's grid
 * @param frames its length
 */
public record Segment(List<Part> parts, String transition, long at, long frames) {

    public Segment {
        parts = List.copyOf(parts);
    }

    /** Whether one shot is seen alone. */
    public boolean isBody() {
        return parts.size() == 1;
    }

    /**
     * A part of a shot.
     *
     * @param from its first frame, counted from the shot's own
     */
    public record Part(Placed shot, long from) {}
}
