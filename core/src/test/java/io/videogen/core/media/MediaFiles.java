package io.videogen.core.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Small real files, drawn by ffmpeg's test source: one second of 64x36 at 8 frames, pictures of 16x16. */
public final class MediaFiles {

    private MediaFiles() {}

    public static byte[] read(String name) {
        try (InputStream in = MediaFiles.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
