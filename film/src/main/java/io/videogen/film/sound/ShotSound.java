package io.videogen.film.sound;

import io.videogen.film.cut.Placed;
import io.videogen.film.graph.Input;
import io.videogen.film.graph.Recipe;
import io.videogen.film.media.Media;
import io.videogen.film.media.MediaFacts;
import io.videogen.film.model.Content;
import io.videogen.film.model.FrameRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sound that a shot brings along, as samples without a header, exactly as long as the shot. */
public final class ShotSound {

    /** Decoders need a start: what they give first after a jump is not right yet. */
    private static final double START_SECONDS = 1;

    private ShotSound() {}

    /** The recipe, if the shot has sound. */
    public static Optional<Recipe> of(Placed shot, FrameRate rate, String identity) {
        if (!(shot.shot().content() instanceof Content.Footage footage)
                || !shot.media().map(MediaFacts::sound).orElse(false)) {
            return Optional.empty();
        }
        double from = footage.from().toNanos() / 1e9;
        double seek = Math.max(0, from - START_SECONDS);
        long samples = SoundGrid.sample(rate, shot.at() + shot.frames()) - SoundGrid.sample(rate, shot.at());
        // Silence fills what is missing at the start, in between and at the end.
        String graph = "[0:a:0]aresample=" + SoundGrid.RATE + ":async=1:first_pts=0,aformat=channel_layouts=stereo,"
                + "atrim=start=" + number(from - seek) + ",asetpts=PTS-STARTPTS" + tempo(footage.speed())
                + ",apad,atrim=end_sample=" + samples + "[film]";
        List<String> options = new ArrayList<>(List.of("-threads", "1", "-vn", "-ss", number(seek)));
        return Optional.of(new Recipe(
                List.of(Input.media(options, new Media(footage.file()).input(rate), identity)),
                graph,
                List.of("-f", "s16le", "-fflags", "+bitexact"),
                "pcm"));
    }

    /** The filter takes factors from 0.5 on. */
    private static String tempo(double speed) {
        StringBuilder filters = new StringBuilder();
        double rest = speed;
        while (rest < 0.5) {
            filters.append(",atempo=0.5");
            rest *= 2;
        }
        return rest == 1
                ? filters.toString()
                : filters.append(",atempo=").append(number(rest)).toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
