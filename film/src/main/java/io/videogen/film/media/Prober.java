package io.videogen.film.media;

import io.videogen.core.VideogenException;
import io.videogen.film.ffmpeg.Ffmpeg;
import io.videogen.film.ffmpeg.FfmpegException;
import io.videogen.film.model.FrameRate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks into files. */
public final class Prober {

    private final Supplier<Ffmpeg> ffmpeg;

    public Prober(Supplier<Ffmpeg> ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Looks into footage, a picture or a sound.
     *
     * @param where for people, such as {@code film "launch", shot 3}
     * @param sequenceRate of numbered pictures, which have none of their own
     * @throws VideogenException of kind {@code INVALID_INPUT} if it can not be read
     */
    public MediaFacts probe(String where, Media media, FrameRate sequenceRate) {
        try {
            List<String> input = media.input(sequenceRate);
            List<String> arguments = new ArrayList<>(List.of("-of", "flat", "-show_streams", "-show_format"));
            arguments.addAll(input);
            ProbeText text = new ProbeText(ffmpeg.get().probe(arguments));
            MediaFacts facts = text.facts(text.tellsLength() ? text.containerLength() : measured(input, text));
            // A reader of picture files gives even one of them a length.
            return text.isPictureFile() && !media.isSequence() ? facts.withoutLength() : facts;
        } catch (FfmpegException e) {
            throw VideogenException.invalid(
                    "unreadable_media",
                    where + ": \"" + media.path() + "\" can not be read as video, picture or sound (" + e.getMessage()
                            + ").");
        }
    }

    /** A browser's recording tells no length: its packets do. */
    private double measured(List<String> input, ProbeText text) throws FfmpegException {
        List<String> arguments = new ArrayList<>(List.of(
                "-of",
                "csv=p=0",
                "-show_entries",
                "packet=pts_time,duration_time",
                "-select_streams",
                text.pictureStream().isPresent() ? "v:0" : "a:0"));
        arguments.addAll(input);
        double first = Double.POSITIVE_INFINITY;
        double end = 0;
        for (String line : ffmpeg.get().probe(arguments)) {
            String[] parts = line.split(",");
            double from = parsed(parts, 0);
            first = Math.min(first, from);
            end = Math.max(end, from + parsed(parts, 1));
        }
        return Math.max(0, end - Math.min(first, end));
    }

    private static double parsed(String[] parts, int index) {
        try {
            return index < parts.length ? Double.parseDouble(parts[index]) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
