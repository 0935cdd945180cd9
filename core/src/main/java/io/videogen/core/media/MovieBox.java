package io.videogen.core.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads duration and picture size from a movie box (ISO/IEC 14496-12, 8.2.2 and 12.1.3).
 *
 * <p>metadata-extractor did, and had to be handed a copy of just these boxes, as it trusts the sizes that it reads and
 * looks into much else. With the boxes at hand, three numbers are less than that copy, and a megabyte of library.
 */
final class MovieBox {

    private static final String PICTURES = "vide";
    /** Where the handler's type stands in its box. */
    private static final int HANDLER = 8;
    /** Where width and height stand in a list of samples whose first is a picture's. */
    private static final int WIDTH = 40;

    private static final int HEIGHT = 42;

    private MovieBox() {}

    static MediaCheck.Whole withoutFacts(MediaFormat format) {
        return new MediaCheck.Whole(format, OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }

    /** Facts of a file that is known to be whole; they are left out where they cannot be read. */
    static MediaCheck.Whole facts(ByteBuffer movie, MediaFormat format) {
        Optional<ByteBuffer> pictures = pictures(movie);
        return new MediaCheck.Whole(
                format, seconds(Boxes.children(movie, "mvhd")), pixels(pictures, WIDTH), pixels(pictures, HEIGHT));
    }

    private static Optional<ByteBuffer> pictures(ByteBuffer movie) {
        for (ByteBuffer media : within(Boxes.children(movie, "trak"), "mdia")) {
            if (hasPictures(media)) {
                for (ByteBuffer samples : within(within(Boxes.children(media, "minf"), "stbl"), "stsd")) {
                    if (samples.remaining() >= HEIGHT + 2) {
                        return Optional.of(samples);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<ByteBuffer> within(List<ByteBuffer> boxes, String type) {
        List<ByteBuffer> children = new ArrayList<>();
        for (ByteBuffer box : boxes) {
            children.addAll(Boxes.children(box, type));
        }
        return children;
    }

    private static boolean hasPictures(ByteBuffer media) {
        for (ByteBuffer handler : Boxes.children(media, "hdlr")) {
            if (handler.remaining() >= HANDLER + 4
                    && PICTURES.equals(Box.letters(handler, handler.position() + HANDLER))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Integer> pixels(Optional<ByteBuffer> samples, int at) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        int pixels = Short.toUnsignedInt(samples.get().getShort(samples.get().position() + at));
        return pixels > 0 ? Optional.of(pixels) : Optional.empty();
    }

    /** The duration in units, and before it how many units are a second; both wider in version 1, all ones if unknown. */
    private static OptionalDouble seconds(List<ByteBuffer> headers) {
        for (ByteBuffer header : headers) {
            int start = header.position();
            boolean wide = header.remaining() >= 32 && header.get(start) == 1;
            if (header.remaining() < 20) {
                continue;
            }
            double units = Integer.toUnsignedLong(header.getInt(start + (wide ? 20 : 12)));
            long duration = wide ? header.getLong(start + 24) : Integer.toUnsignedLong(header.getInt(start + 16));
            boolean unknown = duration == (wide ? -1 : 0xffffffffL);
            double seconds = duration / units;
            if (!unknown && seconds > 0 && seconds < Integer.MAX_VALUE) {
                return OptionalDouble.of(seconds);
            }
        }
        return OptionalDouble.empty();
    }
}
