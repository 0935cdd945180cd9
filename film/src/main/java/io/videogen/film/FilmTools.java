package io.videogen.film;

import io.videogen.drawing.ffmpeg.FfmpegNatives;
import java.nio.file.Path;

/** What films are made with. Asked for when the first piece has to be made, for it may have to be fetched. */
public interface FilmTools {

    /** The jar of {@link FfmpegNatives#program()}. */
    Path ffmpeg();

    /** Sees the module of glyphs, and this module's classes. */
    ClassLoader glyphs();
}
