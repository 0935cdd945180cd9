package io.videogen.film.draw;

import java.util.List;

/**
 * What is drawn and where it lies on the frame. Its text form is complete: it stands for the picture in the keys of
 * segments.
 *
 * @param x of its left edge, even
 * @param y of its upper edge, even
 * @param width even
 * @param height even
 * @param box behind the text, from the picture's edges inwards
 * @param lines from top to bottom
 */
public record Lettering(int x, int y, int width, int height, Box box, List<Line> lines) {

    public Lettering {
        lines = List.copyOf(lines);
    }

    /**
     * The same at another height.
     *
     * @param y of its upper edge, even
     */
    public Lettering at(int y) {
        return new Lettering(x, y, width, height, box, lines);
    }

    /**
     * A rectangle with round corners.
     *
     * @param radius of its corners in pixels
     * @param rgb its colour
     * @param opacity 0 for none
     */
    public record Box(double radius, int rgb, double opacity) {}

    /**
     * One line of text.
     *
     * @param text in logical order
     * @param size in pixels
     * @param baseline in pixels from the picture's upper edge
     * @param rgb its colour
     * @param rightToLeft whether the whole reads so
     */
    public record Line(String text, int size, int baseline, int rgb, boolean rightToLeft) {}
}
