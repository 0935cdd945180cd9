package io.videogen.film.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/**
 * How much of each pixel a shape covers. Each edge adds its signed area to the pixels that it crosses and its height to
 * the ones right of it; summed up along the line, that is the coverage (the method of the rasterizer in font-rs).
 */
final class Coverage {

    private static final double FLATNESS = 0.1;

    private final int width;
    private final int height;
    private final float[] sums;

    Coverage(int width, int height) {
        this.width = width;
        this.height = height;
        // One more, as an edge in the last pixel adds to the next.
        this.sums = new float[width * height + 2];
    }

    /** Adds a shape; overlapping shapes of one direction count once. */
    void add(Path2D shape, AffineTransform transform) {
        PathIterator path = new FlatteningPathIterator(shape.getPathIterator(transform), FLATNESS);
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            if (kind == PathIterator.SEG_LINETO) {
                line(x, y, point[0], point[1]);
            } else {
                // Glyphs are closed even where their outline does not say so.
                line(x, y, startX, startY);
            }
            if (kind == PathIterator.SEG_MOVETO) {
                startX = point[0];
                startY = point[1];
            }
            x = kind == PathIterator.SEG_CLOSE ? startX : point[0];
            y = kind == PathIterator.SEG_CLOSE ? startY : point[1];
        }
        line(x, y, startX, startY);
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        if (fromY == toY) {
            return;
        }
        double direction = fromY < toY ? 1 : -1;
        double x0 = fromY < toY ? fromX : toX;
        double y0 = Math.min(fromY, toY);
        double x1 = fromY < toY ? toX : fromX;
        double y1 = Math.max(fromY, toY);
        double slope = (x1 - x0) / (y1 - y0);
        double x = y0 < 0 ? x0 - y0 * slope : x0;
        for (int row = Math.max(0, (int) y0); row < Math.min(height, (int) Math.ceil(y1)); row++) {
            double dy = Math.min(row + 1, y1) - Math.max(row, y0);
            double next = x + slope * dy;
            row(row * width, direction * dy, Math.min(x, next), Math.max(x, next));
            x = next;
        }
    }

    /** An edge within one row, from left to right. */
    private void row(int start, double area, double left, double right) {
        double from = Math.max(0, Math.min(width, left));
        double to = Math.max(0, Math.min(width, right));
        int first = (int) from;
        int last = (int) Math.ceil(to);
        if (last <= first + 1) {
            double middle = (from + to) / 2 - first;
            put(start + first, first, area * (1 - middle));
            put(start + first + 1, first + 1, area * middle);
            return;
        }
        double perPixel = 1 / (to - from);
        double inFirst = 0.5 * perPixel * (first + 1 - from) * (first + 1 - from);
        put(start + first, first, area * inFirst);
        double sum = inFirst;
        for (int i = first + 1; i < last - 1; i++) {
            double upTo = perPixel * (i + 0.5 - from);
            put(start + i, i, area * (upTo - sum));
            sum = upTo;
        }
        double inLast = to - (last - 1);
        double upToLast = 1 - 0.5 * perPixel * inLast * inLast;
        put(start + last - 1, last - 1, area * (upToLast - sum));
        put(start + last, last, area * (1 - upToLast));
    }

    private void put(int index, int column, double area) {
        // Right of the picture nothing is covered.
        if (column < width) {
            sums[index] += (float) area;
        }
    }

    /** Coverage of all pixels, row by row, 0 to 1. */
    float[] values() {
        float[] values = new float[width * height];
        for (int row = 0; row < height; row++) {
            float sum = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                sum += sums[i];
                values[i] = Math.min(1, Math.abs(sum));
            }
        }
        return values;
    }
}
