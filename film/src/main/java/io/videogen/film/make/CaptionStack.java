package io.videogen.film.make;

import io.videogen.film.draw.Lettering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Captions that are seen at the same time stand one above the other, each in one place for as long as it is seen. */
final class CaptionStack {

    private record Shown(long from, long to, int top, int bottom) {}

    private final List<Shown> shown = new ArrayList<>();

    /**
     * Adds a caption.
     *
     * @param from its first frame
     * @param to the frame after its last
     * @return the caption where it covers no other
     */
    Lettering add(long from, long to, Lettering caption) {
        int gap = caption.height() / 12 * 2;
        int y = caption.y();
        for (Shown other : shown) {
            boolean together = from < other.to() && other.from() < to;
            if (together && y < other.bottom() && other.top() < y + caption.height()) {
                y = Math.max(0, other.top() - gap - caption.height());
            }
        }
        shown.add(new Shown(from, to, y, y + caption.height()));
        shown.sort(Comparator.comparing(Shown::bottom).reversed());
        return caption.at(y);
    }
}
