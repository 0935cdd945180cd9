package io.videogen.film.model;

/** An opaque colour, red in the highest of three bytes. */
public record Colour(int rgb) {

    /** Behind titles of films that name no background. */
    public static final Colour NIGHT = new Colour(0x101820);

    /** Whether white text reads well on it (relative luminance by WCAG 2, roughly). */
    public boolean isDark() {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 140;
    }

    /** As FFmpeg writes it. */
    @Override
    public String toString() {
        return String.format("0x%06x", rgb);
    }
}
