package io.videogen.preview.draw.worker;

/** Colours without java.desktop. */
final class Tint {
    private Tint() {}

    /**
     * @param hue in degrees
     * @param saturation 0 to 1
     * @param lightness 0 to 1
     */
    static int rgb(double hue, double saturation, double lightness) {
        double chroma = saturation * Math.min(lightness, 1 - lightness);
        return channel(0, hue, chroma, lightness) << 16
                | channel(8, hue, chroma, lightness) << 8
                | channel(4, hue, chroma, lightness);
    }

    private static int channel(int offset, double hue, double chroma, double lightness) {
        double k = (offset + hue / 30) % 12;
        double value = lightness - chroma * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        return (int) Math.round(255 * value);
    }

    /** Y, Cb, Cr of BT.601 in studio range, as FFmpeg's colour filters make them. */
    static int[] yuv(int rgb) {
        double r = (rgb >> 16 & 0xff) / 255.0;
        double g = (rgb >> 8 & 0xff) / 255.0;
        double b = (rgb & 0xff) / 255.0;
        double y = 0.299 * r + 0.587 * g + 0.114 * b;
        return new int[] {
            (int) Math.round(16 + 219 * y),
            (int) Math.round(128 + 224 * (b - y) / 1.772),
            (int) Math.round(128 + 224 * (r - y) / 1.402)
        };
    }
}
