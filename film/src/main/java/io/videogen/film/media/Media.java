package io.videogen.film.media;

import io.videogen.film.model.FrameRate;
import io.videogen.film.model.PictureSequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that FFmpeg reads, or numbered pictures.
 *
 * @param path absolute
 */
public record Media(Path path) {

    /**
     * What FFmpeg may take a file for. Playlists and lists of files are not among it: footage from elsewhere must not
     * make FFmpeg read other files, or speak to a network.
     */
    private static final String KINDS = String.join(
            ",",
            "mov",
            "matroska",
            "avi",
            "mpegts",
            "mpeg",
            "mxf",
            "flv",
            "asf",
            "ogg",
            "gif",
            "apng",
            "ivf",
            "h264",
            "hevc",
            "wav",
            "aiff",
            "mp3",
            "aac",
            "flac",
            "caf",
            "w64",
            "image2",
            "png_pipe",
            "jpeg_pipe",
            "jpegls_pipe",
            "webp_pipe",
            "bmp_pipe",
            "tiff_pipe",
            "gif_pipe",
            "exr_pipe",
            "psd_pipe");

    /** Whether these are numbered pictures. */
    public boolean isSequence() {
        return PictureSequence.isPattern(path.getFileName().toString()) && !Files.isRegularFile(path);
    }

    /** All files, in order. */
    public List<Path> files() {
        return isSequence() ? List.copyOf(PictureSequence.of(path).files().values()) : List.of(path);
    }

    /** The arguments of FFmpeg that read it. */
    public List<String> input(FrameRate sequenceRate) {
        List<String> arguments = new ArrayList<>(List.of("-protocol_whitelist", "file", "-format_whitelist", KINDS));
        if (isSequence()) {
            arguments.addAll(List.of(
                    "-f",
                    "image2",
                    "-framerate",
                    sequenceRate.toString(),
                    "-start_number",
                    Integer.toString(PictureSequence.of(path).first())));
        }
        arguments.addAll(List.of("-i", "file:" + path));
        return arguments;
    }
}
