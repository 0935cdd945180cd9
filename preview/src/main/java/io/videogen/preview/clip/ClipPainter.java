package io.videogen.preview.clip;

import java.io.IOException;
import java.nio.file.Path;

/** Paints clips. Called from several threads at once. */
public interface ClipPainter extends AutoCloseable {

    /**
     * Writes a whole MP4 file.
     *
     * @param target does not exist yet; its folder does
     * @throws IOException if the clip cannot be painted; the message says why
     * @throws InterruptedException if the thread was interrupted, as on shutdown
     */
    void paint(ClipSpec spec, Path target) throws IOException, InterruptedException;

    /**
     * Writes a still picture of the clip as JPEG.
     *
     * @param clip the clip painted before
     * @param target does not exist yet
     * @throws IOException if the picture cannot be made
     * @throws InterruptedException if the thread was interrupted, as on shutdown
     */
    void paintThumbnail(ClipSpec spec, Path clip, Path target) throws IOException, InterruptedException;

    /** Ends what the painter holds, such as child processes. */
    @Override
    default void close() {}
}
