package io.videogen.preview.clip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.SplittableRandom;

/**
 * Writes, without drawing anything, an MP4 file that has the right boxes, size and duration and different bytes for
 * each prompt. For tests: no native code, about a millisecond.
 */
public final class CannedClipPainter implements ClipPainter {
    private static final int BLOCK = 1 << 16;
    /** A grey JPEG of 8 by 8 pixels. */
    private static final byte[] JPEG = Base64.getDecoder()
            .decode("/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIx"
                    + "wcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL"
                    + "/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJi"
                    + "coKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip"
                    + "qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/ACv/2Q==");

    private final long mediaBytes;

    /** Small files. */
    public CannedClipPainter() {
        this(4096);
    }

    /**
     * @param mediaBytes length of the media data, to make big files; the file is about 700 bytes longer
     */
    public CannedClipPainter(long mediaBytes) {
        if (mediaBytes < 1) {
            throw new IllegalArgumentException("media data of \"" + mediaBytes + "\" bytes: at least 1");
        }
        this.mediaBytes = mediaBytes;
    }

    @Override
    public void paint(ClipSpec spec, Path target) throws IOException {
        byte[] block = new byte[(int) Math.min(BLOCK, mediaBytes)];
        new SplittableRandom(spec.hashCode()).nextBytes(block);
        byte[] text = (spec.prompt() + '\n' + spec.index()).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, block, 0, Math.min(text.length, block.length));
        try (OutputStream out = Files.newOutputStream(target)) {
            out.write(Mp4Head.of(spec, mediaBytes));
            for (long left = mediaBytes; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }

    @Override
    public void paintThumbnail(ClipSpec spec, Path clip, Path target) throws IOException {
        Files.write(target, JPEG);
    }
}
