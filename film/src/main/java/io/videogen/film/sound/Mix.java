package io.videogen.film.sound;

import io.videogen.film.ffmpeg.Ffmpeg;
import io.videogen.film.ffmpeg.FfmpegException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Shots, voice and music in one. Each is brought to its level first, music goes down while somebody speaks, and the whole
 * is brought to {@value #TARGET} LUFS: measured, corrected, and measured again while it is written, since the limiter that
 * keeps peaks below full scale takes some of it. FFmpeg's loudnorm alone was off by up to 1 LU.
 */
public final class Mix {

    /** What platforms bring films to, in LUFS (EBU R 128). */
    public static final double TARGET = -16;

    private static final double VOICE = -16;
    private static final double SHOTS = -20;
    private static final double MUSIC = -24;
    /** Below that there is nothing to be heard, and nothing to be amplified. */
    private static final double SILENCE = -60;

    private static final double MOST_GAIN = 40;
    private static final int ATTEMPTS = 4;
    private static final double NEAR = 0.2;
    private static final List<String> NOWHERE = List.of("-f", "null", "-");

    private static final String FORMAT =
            "aresample=" + SoundGrid.RATE + ",aformat=sample_fmts=fltp:channel_layouts=stereo";

    private final Ffmpeg ffmpeg;
    private final long samples;

    /**
     * @param samples of the film
     */
    public Mix(Ffmpeg ffmpeg, long samples) {
        this.ffmpeg = ffmpeg;
        this.samples = samples;
    }

    /**
     * What is mixed: arguments of FFmpeg that read it.
     *
     * @param shots samples of {@link ShotTrack}
     * @param voice spoken from the start
     * @param music looped
     */
    public record Sources(Optional<List<String>> shots, Optional<List<String>> voice, Optional<List<String>> music) {}

    private record Stem(List<String> input, String filters, double gain) {}

    /**
     * Mixes into a file.
     *
     * @param output arguments of FFmpeg that write it
     * @return the loudness in LUFS; nothing if the film is silent
     */
    public OptionalDouble write(Sources sources, List<String> output) throws FfmpegException {
        Optional<Stem> shots = stem(sources.shots(), FORMAT, SHOTS);
        Optional<Stem> voice = stem(sources.voice(), FORMAT, VOICE);
        Optional<Stem> music = stem(sources.music(), FORMAT + "," + fades(), MUSIC);
        if (shots.isEmpty() && voice.isEmpty() && music.isEmpty()) {
            String silence = "anullsrc=r=" + SoundGrid.RATE + ":cl=stereo," + length();
            ffmpeg.make(arguments(List.of(), silence, output), file -> {});
            return OptionalDouble.empty();
        }
        List<String> inputs = inputs(shots, voice, music);
        double gain = 0;
        double loudness = loudness(inputs, graph(shots, voice, music, gain), NOWHERE);
        for (int i = 0; i == 0 || i < ATTEMPTS && Math.abs(TARGET - loudness) > NEAR && gain < MOST_GAIN; i++) {
            gain = Math.min(MOST_GAIN, gain + TARGET - loudness);
            loudness = loudness(inputs, graph(shots, voice, music, gain), output);
        }
        return OptionalDouble.of(loudness);
    }

    private Optional<Stem> stem(Optional<List<String>> input, String filters, double level) throws FfmpegException {
        if (input.isEmpty()) {
            return Optional.empty();
        }
        double loudness = loudness(input.get(), "[0:a:0]" + filters + "," + length(), NOWHERE);
        return loudness < SILENCE
                ? Optional.empty()
                : Optional.of(new Stem(input.get(), filters, Math.min(MOST_GAIN, level - loudness)));
    }

    private static List<String> inputs(Optional<Stem> shots, Optional<Stem> voice, Optional<Stem> music) {
        List<String> inputs = new ArrayList<>();
        for (Optional<Stem> stem : List.of(shots, voice, music)) {
            stem.ifPresent(present -> inputs.addAll(present.input()));
        }
        return inputs;
    }

    private String graph(Optional<Stem> shots, Optional<Stem> voice, Optional<Stem> music, double gain) {
        StringBuilder graph = new StringBuilder();
        List<String> mixed = new ArrayList<>();
        int input = 0;
        for (Optional<Stem> speaker : List.of(shots, voice)) {
            if (speaker.isPresent()) {
                graph.append(chain(input, speaker.get()))
                        .append("[s")
                        .append(input)
                        .append("];");
                mixed.add("[s" + input + "]");
                input++;
            }
        }
        if (music.isPresent()) {
            graph.append(chain(input, music.get()));
            if (mixed.isEmpty()) {
                graph.append("[music];");
            } else {
                // The voice leads, where there is one, else what the shots say.
                String leader = mixed.remove(mixed.size() - 1);
                graph.append("[loud];")
                        .append(leader)
                        .append("asplit[lead][key];[loud][key]sidechaincompress=threshold=0.02:ratio=6:attack=30:")
                        .append("release=600[music];");
                mixed.add("[lead]");
            }
            mixed.add("[music]");
        }
        graph.append(String.join("", mixed));
        if (mixed.size() > 1) {
            graph.append("amix=inputs=").append(mixed.size()).append(":normalize=0:duration=longest,");
        }
        return graph.append("volume=")
                .append(number(gain))
                .append("dB,alimiter=limit=0.84:level=false:attack=5:release=60,")
                .append(length())
                .toString();
    }

    private String chain(int input, Stem stem) {
        return "[" + input + ":a:0]" + stem.filters() + "," + length() + ",volume=" + number(stem.gain()) + "dB";
    }

    private String length() {
        return "apad,atrim=end_sample=" + samples;
    }

    private String fades() {
        double seconds = (double) samples / SoundGrid.RATE;
        double out = Math.min(2, seconds / 3);
        return "afade=t=in:d=" + number(Math.min(0.5, seconds / 3)) + ",afade=t=out:st=" + number(seconds - out) + ":d="
                + number(out);
    }

    /** Runs a graph, and measures what comes out. */
    private double loudness(List<String> inputs, String graph, List<String> output) throws FfmpegException {
        List<String> arguments = arguments(inputs, graph + ",ebur128=framelog=quiet", output);
        double last = Double.NEGATIVE_INFINITY;
        for (String line : ffmpeg.ask(arguments, "info")) {
            // "    I:         -16.0 LUFS"
            String text = line.strip();
            if (text.startsWith("I:") && text.endsWith("LUFS")) {
                last = Double.parseDouble(text.substring(2, text.length() - 4).strip());
            }
        }
        return last;
    }

    private static List<String> arguments(List<String> inputs, String graph, List<String> output) {
        List<String> arguments = new ArrayList<>(inputs);
        arguments.addAll(List.of("-filter_complex", graph + "[film]", "-map", "[film]"));
        arguments.addAll(output);
        return arguments;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
