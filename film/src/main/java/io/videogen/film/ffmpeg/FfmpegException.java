package io.videogen.film.ffmpeg;

import java.util.List;

/** FFmpeg ended with an error. */
public final class FfmpegException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The exit code is the low byte of the negative errno; 28 is ENOSPC on Linux, macOS and in Windows' C library. */
    private static final int NO_SPACE = 256 - 28;

    private static final int LINES = 6;
    /** The part of FFmpeg that speaks, and where in memory it is. */
    private static final String SPEAKER = "\\[[^\\[\\]]* @ 0x[0-9a-f]+] ";

    private final int code;

    FfmpegException(int code, String words) {
        super(words.isBlank() ? "exit code " + code : last(words.strip().lines().toList()));
        this.code = code;
    }

    /** The cause comes first and its consequences last; both in few lines. */
    private static String last(List<String> lines) {
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()))
                .replaceAll(SPEAKER, "");
    }

    /** Whether the disk is full. */
    public boolean isDiskFull() {
        return code == NO_SPACE;
    }
}
