package io.videogen.film.make;

import io.videogen.core.VideogenException;
import io.videogen.film.graph.Input;
import io.videogen.film.graph.Recipe;
import io.videogen.film.model.FrameRate;
import io.videogen.film.model.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Makes a GIF, if need be smaller and smaller: first with fewer pictures a second, then with fewer colours, then narrower.
 * Colours are chosen in a run of their own: one graph for both would hold all pictures in memory.
 */
final class Gif {

    /** Times in a GIF are whole hundredths of a second. */
    private static final double[] RATES = {100 / 6.0, 12.5, 10, 100 / 12.0, 6.25};

    private static final int[] COLOURS = {256, 128, 64, 32};
    private static final double NARROWER = 0.85;
    private static final int NARROWEST = 120;

    private final Kitchen kitchen;
    private final Input pictures;
    private final FrameRate rate;
    private final String what;

    /**
     * @param pictures the whole film
     * @param rate of it
     * @param what for people
     */
    Gif(Kitchen kitchen, Input pictures, FrameRate rate, String what) {
        this.kitchen = kitchen;
        this.pictures = pictures;
        this.rate = rate;
        this.what = what;
    }

    /** One way to make it. */
    private record Rung(double rate, int colours, Size size) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f pictures a second, %d colours, %s", rate, colours, size);
        }
    }

    /**
     * A GIF.
     *
     * @param told how it was made, where it was made smaller than asked for; else empty
     */
    record Made(Path file, Size size, String told) {}

    Made make(Size wanted, OptionalLong maxBytes) {
        Rung rung = new Rung(Math.min(RATES[0], rate.perSecond()), COLOURS[0], wanted);
        boolean lowered = false;
        while (true) {
            Path file = make(rung);
            long bytes = size(file);
            if (maxBytes.isEmpty() || bytes <= maxBytes.getAsLong()) {
                return new Made(
                        file,
                        rung.size(),
                        lowered ? what + " has " + rung + ", to stay under " + maxBytes.getAsLong() + " bytes" : "");
            }
            Rung next = lower(rung, (double) maxBytes.getAsLong() / bytes, wanted);
            if (next.size().width() < NARROWEST) {
                throw VideogenException.invalid(
                        "gif_too_large",
                        what + " can not be made smaller than " + maxBytes.getAsLong() + " bytes: with " + rung
                                + " it has " + bytes + ". Raise maxBytes, or make the film shorter.");
            }
            rung = next;
            lowered = true;
        }
    }

    /** The next rung that may fit: steps of which one knows that they are too small are left out. */
    private static Rung lower(Rung rung, double needed, Size wanted) {
        for (double rate : RATES) {
            if (rate < rung.rate() && (rate / rung.rate() < needed * 1.15 || rate == RATES[RATES.length - 1])) {
                return new Rung(rate, rung.colours(), rung.size());
            }
        }
        for (int colours : COLOURS) {
            // Each halving takes about a seventh.
            if (colours < rung.colours()) {
                return new Rung(rung.rate(), colours, rung.size());
            }
        }
        double factor = Math.min(NARROWER, Math.sqrt(needed));
        return new Rung(
                rung.rate(), rung.colours(), wanted.withWidth((int) (rung.size().width() * factor)));
    }

    private Path make(Rung rung) {
        String scaled = "[0:v:0]fps=" + String.format(Locale.ROOT, "%.3f", rung.rate()) + ",scale="
                + rung.size().width() + ":" + rung.size().height() + ":flags=lanczos";
        Recipe palette = new Recipe(
                List.of(pictures),
                scaled + ",palettegen=max_colors=" + rung.colours() + ":stats_mode=diff[film]",
                List.of("-frames:v", "1", "-f", "image2", "-update", "1"),
                "png");
        Path colours = kitchen.make(palette, 0, what);
        Recipe gif = new Recipe(
                List.of(pictures, Input.file(List.of(), colours, kitchen.key(palette))),
                scaled + "[small];[small][1:v:0]paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle[film]",
                List.of("-loop", "0", "-fflags", "+bitexact", "-f", "gif"),
                "gif");
        return kitchen.make(gif, 0, what);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
