package io.videogen.film.draw;

/** A picture with transparency that is drawn on. Not premultiplied, four bytes a pixel: red, green, blue, alpha. */
final class Canvas {

    private final int width;
    private final int height;
    private final byte[] pixels;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height * 4];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] pixels() {
        return pixels;
    }

    /** Lays a colour over what is there, by coverage and opacity. */
    void paint(Coverage coverage, int rgb, double opacity) {
        float[] values = coverage.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                blend(i * 4, rgb, values[i] * opacity);
            }
        }
    }

    private void blend(int at, int rgb, double alpha) {
        double below = (pixels[at + 3] & 0xff) / 255.0 * (1 - alpha);
        double all = alpha + below;
        for (int channel = 0; channel < 3; channel++) {
            int colour = rgb >> 16 - 8 * channel & 0xff;
            double mixed = (colour * alpha + (pixels[at + channel] & 0xff) * below) / all;
            pixels[at + channel] = (byte) Math.round(mixed);
        }
        pixels[at + 3] = (byte) Math.round(all * 255);
    }
}
