package io.videogen.it.bench.film;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same films by one graph over all clips, as a person writes it. */
final class GraphSide {

    private static final Pattern SSIM = Pattern.compile("SSIM .*All:([0-9.]+)");

    private final Footage footage;

    GraphSide(Footage footage) {
        this.footage = footage;
    }

    /** What a film took. */
    record Made(double seconds, double peak, double kilobits) {}

    /**
     * Makes a film.
     *
     * @param dressed with title, captions and music
     */
    Made make(Path file, int clips, boolean dressed, double bitsPerSecond) throws Exception {
        List<String> arguments = inputs(clips, dressed);
        String rate = Long.toString(Math.round(bitsPerSecond));
        arguments.addAll(List.of(
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-b:v",
                rate,
                "-c:a",
                "aac",
                "-b:a",
                "192k",
                "-movflags",
                "+faststart",
                file.toString()));
        Watched.Measured<String> made = Watched.measure(() -> Watched.run(arguments.toArray(String[]::new)));
        return new Made(made.seconds(), made.peak(), Watched.bitsPerSecond(file) / 1000);
    }

    /** The pictures that an encoder gets. */
    void lossless(Path file, int clips) throws Exception {
        List<String> arguments = inputs(clips, false);
        arguments.addAll(List.of("-an", "-c:v", "ffv1", file.toString()));
        Watched.run(arguments.toArray(String[]::new));
    }

    double ssim(Path film, Path lossless) throws Exception {
        Matcher found = SSIM.matcher(Watched.run(
                "-i",
                film.toString(),
                "-i",
                lossless.toString(),
                "-lavfi",
                "[0:v]settb=1/30,setpts=N[a];[1:v]settb=1/30,setpts=N[b];[a][b]ssim",
                "-f",
                "null",
                "-"));
        if (!found.find()) {
            throw new IllegalStateException("no SSIM");
        }
        return Double.parseDouble(found.group(1));
    }

    private List<String> inputs(int clips, boolean dressed) {
        List<String> arguments = new ArrayList<>();
        StringBuilder graph = new StringBuilder();
        int first = 0;
        if (dressed) {
            arguments.addAll(List.of("-f", "lavfi", "-t", "3", "-i", "color=c=0x101820:s=1280x720:r=30"));
            arguments.addAll(List.of("-f", "lavfi", "-t", "3", "-i", "anullsrc=r=48000:cl=stereo"));
            graph.append("[0:v]drawtext=text='Acme 4.2':fontsize=80:fontcolor=white:x=(w-tw)/2:y=(h-th)/2,")
                    .append("format=yuv420p,settb=1/30[v0];[1:a]aformat=channel_layouts=stereo[a0];");
            first = 2;
        }
        int shots = dressed ? 1 : 0;
        for (int i = 0; i < clips; i++) {
            arguments.addAll(List.of("-i", footage.clip(i).toString()));
            graph.append(String.format(
                    Locale.ROOT,
                    "[%d:v]fps=30,%sformat=yuv420p,settb=1/30%s[v%d];"
                            + "[%d:a]aformat=channel_layouts=stereo:sample_rates=48000[a%d];",
                    first + i,
                    fitted(i),
                    dressed
                            ? ",drawtext=text='Clip " + i
                                    + "':fontsize=36:fontcolor=white:box=1:boxcolor=black@0.6:x=(w-tw)/2:y=620:enable='"
                                    + "between(t,0.5,3.5)'"
                            : "",
                    shots,
                    first + i,
                    shots));
            shots++;
        }
        double at = dressed ? 2.5 : 3.5;
        String picture = "[v0]";
        String sound = "[a0]";
        for (int i = 1; i < shots; i++) {
            graph.append(String.format(
                    Locale.ROOT,
                    "%s[v%d]xfade=transition=fade:duration=0.5:offset=%.3f[x%d];%s[a%d]acrossfade=d=0.5[y%d];",
                    picture,
                    i,
                    at,
                    i,
                    sound,
                    i,
                    i));
            picture = "[x" + i + "]";
            sound = "[y" + i + "]";
            at += 3.5;
        }
        if (dressed) {
            arguments.addAll(List.of("-stream_loop", "-1", "-i", footage.music().toString()));
            graph.append(String.format(
                    Locale.ROOT,
                    "%sasplit[s][key];[%d:a]aformat=channel_layouts=stereo,atrim=end=%.3f,volume=-10dB[m];"
                            + "[m][key]sidechaincompress[d];[s][d]amix=normalize=0:duration=first,",
                    sound,
                    first + clips,
                    at + 0.5));
        } else {
            graph.append(sound);
        }
        graph.append("loudnorm=I=-16,aresample=48000[sound]");
        arguments.addAll(List.of("-filter_complex", graph.toString(), "-map", picture, "-map", "[sound]"));
        return arguments;
    }

    /** The fifth clip has another shape, and stands on a blurred copy of itself. */
    private static String fitted(int clip) {
        return clip % 5 != 4
                ? "scale=1280:720:flags=bicubic,setsar=1,"
                : "split[q" + clip + "][r" + clip + "];[r" + clip
                        + "]scale=214:90,crop=160:90,gblur=sigma=4.5,lutyuv=y='16+(val-16)*0.6':u='128+(val-128)*0.6':"
                        + "v='128+(val-128)*0.6',scale=1280:720:flags=bicubic[t" + clip + "];[q" + clip
                        + "]scale=1280:540:flags=bicubic[u" + clip + "];[t" + clip + "][u" + clip
                        + "]overlay=0:(H-h)/2,setsar=1,";
    }
}
