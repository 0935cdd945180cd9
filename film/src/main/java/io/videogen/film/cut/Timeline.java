package io.videogen.film.cut;

import io.videogen.core.VideogenException;
import io.videogen.film.media.MediaFacts;
import io.videogen.film.model.Content;
import io.videogen.film.model.Film;
import io.videogen.film.model.FrameRate;
import io.videogen.film.model.Shot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A film's grid of frames.
 *
 * @param rate frames a second
 * @param shots in order, overlapping by their transitions
 */
public record Timeline(FrameRate rate, List<Placed> shots) {

    /** Longer bodies are cut: a process that works for long can not be shared out, and a change in it costs all of it. */
    private static final double LONGEST_SECONDS = 8;

    public Timeline {
        shots = List.copyOf(shots);
    }

    /**
     * Lays the shots of a film out.
     *
     * @param media what the files of shots hold, by the shot's number
     * @throws VideogenException of kind {@code INVALID_INPUT} for times that do not fit
     */
    public static Timeline of(Film film, FrameRate rate, Map<Integer, MediaFacts> media) {
        List<Shot> shots = film.shots();
        List<Placed> placed = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < shots.size(); i++) {
            Shot shot = shots.get(i);
            String where = "Film \"" + film.name() + "\", " + shot.label();
            Optional<MediaFacts> facts = Optional.ofNullable(media.get(shot.number()));
            long frames = rate.frames(length(where, shot, facts));
            long in = rate.frames(shot.transition().length());
            long out = i + 1 < shots.size()
                    ? rate.frames(shots.get(i + 1).transition().length())
                    : 0;
            if (frames < 1) {
                throw VideogenException.invalid("shot_too_short", where + " is shorter than one frame.");
            }
            if (in + out >= frames) {
                throw VideogenException.invalid(
                        "transition_too_long",
                        where + " is " + text(rate.seconds(frames)) + " s long, and its transitions take "
                                + text(rate.seconds(in + out))
                                + " s, which leaves nothing of it. Shorten them, or lengthen the shot.");
            }
            at -= in;
            placed.add(new Placed(shot, facts, at, frames, in, out));
            at += frames;
        }
        return new Timeline(rate, placed);
    }

    private static Duration length(String where, Shot shot, Optional<MediaFacts> facts) {
        if (shot.content() instanceof Content.Title title) {
            return title.length();
        }
        if (shot.content() instanceof Content.Still still) {
            return still.length();
        }
        Content.Footage footage = (Content.Footage) shot.content();
        double there = facts.map(MediaFacts::seconds).orElse(0.0);
        double from = footage.from().toNanos() / 1e9;
        double to = footage.to().map(end -> end.toNanos() / 1e9).orElse(there);
        // Half a frame of rounding is no mistake of anybody.
        if (from >= there || to > there + 0.05) {
            throw VideogenException.invalid(
                    "time_outside_clip",
                    where + ": " + (from >= there ? "from is " + text(from) : "to is " + text(to)) + " s, and \""
                            + footage.label() + "\" is " + text(there) + " s long.");
        }
        return Duration.ofNanos(Math.round((Math.min(to, there) - from) / footage.speed() * 1e9));
    }

    /** Its length in frames. */
    public long frames() {
        Placed last = shots.get(shots.size() - 1);
        return last.at() + last.frames();
    }

    /** Its length in seconds. */
    public double seconds() {
        return rate.seconds(frames());
    }

    /** Bodies and transitions in order, without a gap. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            Placed shot = shots.get(i);
            if (shot.in() > 0) {
                Segment before = segments.get(segments.size() - 1);
                segments.add(new Segment(
                        List.of(before.parts().get(0), new Segment.Part(shot, 0)),
                        shot.shot().transition().name(),
                        shot.at(),
                        shot.in(),
                        before.frames()));
            }
            body(shot, segments);
        }
        return segments;
    }

    private void body(Placed shot, List<Segment> segments) {
        long longest = Math.max(1, Math.round(LONGEST_SECONDS * rate.perSecond()));
        long pieces = (shot.bodyFrames() + longest - 1) / longest;
        for (long piece = 0; piece < pieces; piece++) {
            long from = shot.bodyFrames() * piece / pieces;
            long to = shot.bodyFrames() * (piece + 1) / pieces;
            segments.add(new Segment(
                    List.of(new Segment.Part(shot, shot.in() + from)), "", shot.bodyAt() + from, to - from, 0));
        }
    }

    private static String text(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }
}
