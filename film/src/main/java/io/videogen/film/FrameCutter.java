package io.videogen.film;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.film.ffmpeg.Ffmpeg;
import io.videogen.film.ffmpeg.FfmpegException;
import io.videogen.film.ffmpeg.FfmpegFolder;
import io.videogen.film.store.FilmStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Cuts last frames out of clips. FFmpeg is fetched and unpacked at the first one; the pictures go with this object. */
public final class FrameCutter implements AutoCloseable {

    /** Decoded up to the end; a keyframe may be seconds before it. */
    private static final String FROM_END = "-3";

    private final Path cacheDirectory;
    private final Supplier<Path> natives;
    private Ffmpeg ffmpeg;
    private int pictures;

    /**
     * @param cacheDirectory where FFmpeg is unpacked, as for films
     * @param natives gives the jar of FFmpeg's programs for this platform
     */
    public FrameCutter(Path cacheDirectory, Supplier<Path> natives) {
        this.cacheDirectory = cacheDirectory;
        this.natives = natives;
    }

    /**
     * The last frame, as PNG.
     *
     * @throws VideogenException if the clip has none that can be decoded
     */
    public synchronized Path last(Path clip) {
        if (ffmpeg == null) {
            ffmpeg = Ffmpeg.start(FfmpegFolder.of(natives.get(), FilmStore.ffmpeg(cacheDirectory)));
        }
        pictures++;
        Path picture = ffmpeg.scratch().resolve("last-frame-" + pictures + ".png");
        try {
            // Each frame takes the place of the one before, so that the last one stays.
            ffmpeg.make(
                    List.of(
                            "-sseof",
                            FROM_END,
                            "-i",
                            "file:" + clip,
                            "-an",
                            "-update",
                            "1",
                            "-c:v",
                            "png",
                            "file:" + picture),
                    file -> {});
        } catch (FfmpegException e) {
            throw failure(clip, e.getMessage(), e);
        }
        if (!Files.exists(picture)) {
            throw failure(clip, "it has no picture", null);
        }
        return picture;
    }

    private static VideogenException failure(Path clip, String why, Exception cause) {
        return new VideogenException(
                ErrorKind.BAD_ARTIFACT,
                "no_last_frame",
                "The last frame of \"" + clip + "\" can not be cut: " + why + ".",
                cause);
    }

    @Override
    public synchronized void close() {
        if (ffmpeg != null) {
            ffmpeg.close();
        }
    }
}
