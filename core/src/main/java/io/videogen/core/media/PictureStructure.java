package io.videogen.core.media;

import io.videogen.core.advice.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Whether a still picture is all there; gives the flaw, or nothing. */
final class PictureStructure {

    private static final int MOST_CHUNKS = 100_000;
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_CHUNK_FRAME = 12;
    private static final int PNG_END = 0x49454E44;

    /** Some cameras and encoders pad a JPEG after its end marker. */
    private static final int JPEG_PADDING = 4096;

    private PictureStructure() {}

    static Optional<MediaCheck> jpeg(FileView view) throws IOException {
        ByteBuffer tail = view.readUpTo(Math.max(0, view.size() - JPEG_PADDING), JPEG_PADDING);
        for (int i = tail.limit() - 2; i >= 0; i--) {
            if (tail.getShort(i) == (short) 0xFFD9) {
                return Optional.empty();
            }
        }
        return Optional.of(new MediaCheck.Incomplete(Message.text("the end marker of the JPEG picture is missing")));
    }

    /** PNG (RFC 2083): chunks of length, type, content and checksum, up to IEND. */
    static Optional<MediaCheck> png(FileView view) throws IOException {
        long at = PNG_SIGNATURE;
        for (int count = 0; count < MOST_CHUNKS && view.size() - at >= PNG_CHUNK_FRAME; count++) {
            ByteBuffer head = view.read(at, 8);
            at += Integer.toUnsignedLong(head.getInt(0)) + PNG_CHUNK_FRAME;
            if (at <= view.size() && head.getInt(4) == PNG_END) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new MediaCheck.Incomplete(Message.text("the end of the PNG picture (chunk IEND) is missing")));
    }

    /** WebP is a RIFF file: its header holds the length of what follows. */
    static Optional<MediaCheck> webp(FileView view) throws IOException {
        ByteBuffer head = view.readUpTo(0, 12).order(ByteOrder.LITTLE_ENDIAN);
        long claimed = Integer.toUnsignedLong(head.getInt(4)) + 8;
        if (claimed > view.size() || claimed <= 12) {
            return Optional.of(new MediaCheck.Incomplete(
                    Message.text("the WebP picture has %s bytes, and %s are there", claimed, view.size())));
        }
        return Optional.empty();
    }
}
