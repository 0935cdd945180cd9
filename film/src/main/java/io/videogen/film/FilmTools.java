package io.videogen.film;

import io.videogen.drawing.ffmpeg.FfmpegNatives;
import java.nio.file.Path;

/** What films are made with. Asked for when the first piece has to be made, for it may have to be fetched. */
public interface FilmTools extends AutoCloseable {

    /** The jar of {@link FfmpegNatives#program()}. */
    Path ffmpeg();

    /** Sees the module of glyphs, and this module's classes. Asked for when the first letter is set. */
    ClassLoader glyphs();

    /** Lets go of files that were opened for them. */
    @Override
    default void close() {}
}
