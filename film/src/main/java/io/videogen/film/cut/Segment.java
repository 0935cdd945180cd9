package io.videogen.film.cut;

import java.util.List;

/**
 * A piece of the film that is made by itself.
 *
 * @param parts one shot, or two in a transition
 * @param transition its name; empty in a body
 * @param at its first frame on the film's grid
 * @param frames its length
 * @param lead how many frames of its first part come before it: a transition is run up to with the body before it, so that
 *     the two can be made in one run, and are the same bytes when they are not
 */
public record Segment(List<Part> parts, String transition, long at, long frames, long lead) {

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
