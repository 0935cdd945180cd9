package io.videogen.film.media;

import io.videogen.film.model.FrameRate;
import io.videogen.film.model.Size;
import java.util.Optional;

/**
 * What is known of footage, a picture or a sound.
 *
 * @param picture its first stream of pictures
 * @param sound whether it has sound
 * @param seconds its length: that of the pictures, where it has any
 * @param comment free text of the container
 */
public record MediaFacts(Optional<Picture> picture, boolean sound, double seconds, String comment) {

    /** What the preview server writes into its clips. */
    private static final String PREVIEW = "Videogen preview";

    /** Whether it says of itself that it is a drawn stand-in. */
    public boolean isPreview() {
        return comment.startsWith(PREVIEW);
    }

    MediaFacts withoutLength() {
        return new MediaFacts(picture, sound, 0, comment);
    }

    /**
     * A stream of pictures.
     *
     * @param size as seen: after rotation, with square pixels
     * @param rate on average
     * @param transparent whether it has an alpha channel
     * @param highDynamicRange whether its brightness is coded for HDR (PQ or HLG)
     * @param interlaced whether a frame holds two moments
     * @param matrix by which colours are coded, as FFmpeg's filter scale names it
     */
    public record Picture(
            Size size,
            FrameRate rate,
            boolean transparent,
            boolean highDynamicRange,
            boolean interlaced,
            String matrix) {}
}
