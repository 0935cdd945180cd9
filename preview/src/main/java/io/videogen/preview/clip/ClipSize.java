package io.videogen.preview.clip;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Width and height of a clip in pixels: even, as H.264 needs it, and 16 to 3840 a side.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record ClipSize(int width, int height) {
    /** Shortest side that FFmpeg's H.264 encoders take. */
    public static final int MIN = 16;
    /** Longest side that is drawn in reasonable time. */
    public static final int MAX = 3840;
    /** Most macroblocks of a frame that OpenH264 encodes. */
    private static final int MAX_BLOCKS = 36_864;

    /** Drawn when a request names no size. */
    public static final ClipSize DEFAULT = new ClipSize(1280, 720);

    private static final Pattern PIXELS = Pattern.compile("(\\d{1,9})\\s*[xX*×]\\s*(\\d{1,9})");
    private static final Map<String, ClipSize> NAMED = Map.ofEntries(
            Map.entry("16:9", new ClipSize(1280, 720)),
            Map.entry("9:16", new ClipSize(720, 1280)),
            Map.entry("1:1", new ClipSize(1024, 1024)),
            Map.entry("4:3", new ClipSize(960, 720)),
            Map.entry("3:4", new ClipSize(720, 960)),
            Map.entry("21:9", new ClipSize(1680, 720)),
            Map.entry("480p", new ClipSize(854, 480)),
            Map.entry("720p", new ClipSize(1280, 720)),
            Map.entry("1080p", new ClipSize(1920, 1080)),
            Map.entry("2160p", new ClipSize(3840, 2160)),
            Map.entry("4k", new ClipSize(3840, 2160)));

    /** Checks both sides; see {@link #of} for rounding. */
    public ClipSize {
        check(width, height);
        if (width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("size \"" + width + "x" + height + "\" has an odd side");
        }
    }

    /**
     * Rounds odd sides up.
     *
     * @throws IllegalArgumentException if a side is outside 16 to 3840, or both together are more than
     *     the H.264 encoder takes, such as 3840x2448
     */
    public static ClipSize of(long width, long height) {
        check(width, height);
        return new ClipSize((int) (width + width % 2), (int) (height + height % 2));
    }

    private static void check(long width, long height) {
        String size = "size \"" + width + "x" + height + "\" cannot be drawn: ";
        if (width < MIN || height < MIN || width > MAX || height > MAX) {
            throw new IllegalArgumentException(size + "each side must be " + MIN + " to " + MAX + " pixels");
        }
        // OpenH264 counts whole macroblocks of 16 by 16 pixels.
        if ((width + 15) / 16 * ((height + 15) / 16) > MAX_BLOCKS) {
            throw new IllegalArgumentException(
                    size + "together its sides are more than the H.264 encoder takes, such as 3840x2448");
        }
    }

    /**
     * Reads {@code 1280x720}, an aspect ratio such as {@code 16:9} or a name such as {@code 720p}.
     *
     * @throws IllegalArgumentException if the text is none of these or names a size that cannot be drawn
     */
    public static ClipSize parse(String text) {
        String trimmed = text.strip();
        Matcher pixels = PIXELS.matcher(trimmed);
        if (pixels.matches()) {
            return of(Long.parseLong(pixels.group(1)), Long.parseLong(pixels.group(2)));
        }
        ClipSize named = NAMED.get(trimmed.toLowerCase(Locale.ROOT));
        if (named == null) {
            throw new IllegalArgumentException("size \"" + trimmed
                    + "\" is not understood: use width x height such as \"1280x720\", or 16:9, 9:16, 1:1, 720p, 1080p");
        }
        return named;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
