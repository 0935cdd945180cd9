package io.videogen.film.make;

import io.videogen.core.VideogenException;
import io.videogen.film.cut.Timeline;
import io.videogen.film.media.Media;
import io.videogen.film.media.MediaFacts;
import io.videogen.film.media.Prober;
import io.videogen.film.model.Content;
import io.videogen.film.model.Film;
import io.videogen.film.model.FrameRate;
import io.videogen.film.model.Shot;
import io.videogen.film.model.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A film laid out: its size, and its grid of frames with what the files of its shots hold.
 *
 * @param size of the film
 * @param timeline with the rate
 */
record Frames(Size size, Timeline timeline) {

    /** Of films that are all text. */
    private static final Size USUAL = new Size(1280, 720);

    static Frames of(Film film, Prober prober, SideBySide sideBySide) {
        List<Callable<Map.Entry<Integer, MediaFacts>>> probes = new ArrayList<>();
        for (Shot shot : film.shots()) {
            Material.file(shot.content())
                    .ifPresent(file ->
                            probes.add(() -> Map.entry(shot.number(), probe(film, shot, new Media(file), prober))));
        }
        Map<Integer, MediaFacts> media = new HashMap<>();
        sideBySide.all(probes).forEach(entry -> media.put(entry.getKey(), entry.getValue()));
        FrameRate rate = film.rate().orElseGet(() -> rate(film, media));
        return new Frames(film.size().orElseGet(() -> size(film, media)), Timeline.of(film, rate, media));
    }

    private static MediaFacts probe(Film film, Shot shot, Media media, Prober prober) {
        String where = "Film \"" + film.name() + "\", " + shot.label();
        FrameRate own = film.rate().orElse(FrameRate.USUAL);
        MediaFacts facts = prober.probe(where, media, own);
        if (facts.picture().isEmpty()) {
            throw VideogenException.invalid("no_picture", where + ": there is no picture in \"" + media.path() + "\".");
        }
        if (shot.content() instanceof Content.Footage && !(facts.seconds() > 0)) {
            throw VideogenException.invalid(
                    "no_length",
                    where + ": \"" + media.path() + "\" is one picture, or broken. Name a picture with image.");
        }
        return facts;
    }

    private static FrameRate rate(Film film, Map<Integer, MediaFacts> media) {
        return film.shots().stream()
                .filter(shot -> shot.content() instanceof Content.Footage)
                .flatMap(shot -> media.get(shot.number()).picture().stream())
                .map(MediaFacts.Picture::rate)
                .findFirst()
                .orElse(FrameRate.USUAL);
    }

    private static Size size(Film film, Map<Integer, MediaFacts> media) {
        return film.shots().stream()
                .filter(shot -> media.containsKey(shot.number()))
                .flatMap(shot -> media.get(shot.number()).picture().stream())
                .map(MediaFacts.Picture::size)
                .findFirst()
                .orElse(USUAL);
    }
}
