package io.videogen.film.graph;

import java.util.List;

/** How segments are coded. All segments of a film in one codec have the same parameters, so that they can be joined. */
public enum Codec {
    /** OpenH264 is the one H.264 encoder of FFmpeg's LGPL builds that needs no hardware. */
    H264 {
        @Override
        List<String> arguments(long bitsPerSecond) {
            return List.of(
                    "-c:v",
                    "libopenh264",
                    "-profile:v",
                    "high",
                    "-coder",
                    "cabac",
                    "-b:v",
                    Long.toString(bitsPerSecond));
        }
    },
    /** For WebM. */
    VP9 {
        @Override
        List<String> arguments(long bitsPerSecond) {
            return List.of(
                    "-c:v",
                    "libvpx-vp9",
                    "-deadline",
                    "realtime",
                    "-cpu-used",
                    "6",
                    "-b:v",
                    Long.toString(bitsPerSecond * 7 / 10));
        }
    };

    /** Enough for moving pictures that are looked at closely. */
    private static final double BITS_PER_PIXEL = 0.15;

    /**
     * In a transition every pixel changes with every picture. At the rate of bodies the end of a fade from a title, which
     * takes next to nothing, fell apart in blocks: PSNR 37 dB, and 42.5 with twice the rate.
     */
    private static final double IN_TRANSITIONS = 2;

    private static final double SECONDS_BETWEEN_KEYS = 2;

    abstract List<String> arguments(long bitsPerSecond);

    /**
     * The options of FFmpeg for a file with pictures alone.
     *
     * @param transition whether it holds one; else a body
     */
    public List<String> options(Look look, boolean transition) {
        double pixels = (double) look.size().width() * look.size().height();
        double perPixel = transition ? BITS_PER_PIXEL * IN_TRANSITIONS : BITS_PER_PIXEL;
        long bits = Math.max(200_000, Math.round(pixels * look.rate().perSecond() * perPixel));
        List<String> options = new java.util.ArrayList<>(List.of("-an"));
        options.addAll(arguments(bits));
        options.addAll(List.of(
                "-g",
                Long.toString(Math.round(look.rate().perSecond() * SECONDS_BETWEEN_KEYS)),
                // Segments are made side by side, one to a core.
                "-threads",
                "1",
                "-flags:v",
                "+bitexact",
                "-fflags",
                "+bitexact",
                "-map_metadata",
                "-1",
                "-video_track_timescale",
                Integer.toString(look.rate().numerator() * (look.rate().numerator() < 1000 ? 512 : 1)),
                // MP4 tells frames exactly; WebM rounds to milliseconds, which segments would add up.
                "-f",
                "mp4"));
        return options;
    }
}
