package io.videogen.film.model;

/** Of a picture, in pixels. */
public record Size(int width, int height) {

    /** The nearest size that H.264 takes: even, at least 16 a side, and within 3840 by 2160 or its upright form. */
    public static Size even(double width, double height) {
        double scale = Math.min(1, Math.min(3840 / Math.max(width, height), 2160 / Math.min(width, height)));
        return rounded(width * scale, height * scale);
    }

    /** The nearest even size, of whatever greatness. */
    public static Size rounded(double width, double height) {
        return new Size(even(width), even(height));
    }

    private static int even(double length) {
        return Math.max(16, (int) Math.round(length / 2) * 2);
    }

    /** The size of the same shape with another width. */
    public Size withWidth(int wanted) {
        return even(wanted, (double) wanted * height / width);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
