package io.videogen.film.make;

import io.videogen.core.VideogenException;
import io.videogen.film.captions.Cue;
import io.videogen.film.cut.Placed;
import io.videogen.film.cut.Timeline;
import io.videogen.film.draw.Letterer;
import io.videogen.film.draw.Lettering;
import io.videogen.film.graph.Overlays;
import io.videogen.film.media.Media;
import io.videogen.film.media.MediaFacts;
import io.videogen.film.media.Prober;
import io.videogen.film.model.Colour;
import io.videogen.film.model.Content;
import io.videogen.film.model.Film;
import io.videogen.film.model.FrameRate;
import io.videogen.film.model.Size;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets all text of a film for a frame of one size, and places its logo: an upright film is no cut of a broad one. */
final class Dressing {

    private final Film film;
    private final Timeline timeline;
    private final Captions captions;
    private final Letterer letterer;
    private final Material material;
    private final Optional<Size> logo;

    Dressing(Film film, Timeline timeline, Captions captions, Letterer letterer, Material material, Prober prober) {
        this.film = film;
        this.timeline = timeline;
        this.captions = captions;
        this.letterer = letterer;
        this.material = material;
        this.logo = film.logo().map(file -> shape(film, file, prober));
    }

    private static Size shape(Film film, Path file, Prober prober) {
        String where = "Film \"" + film.name() + "\", logo";
        MediaFacts facts = prober.probe(where, new Media(file), FrameRate.USUAL);
        return facts.picture()
                .map(MediaFacts.Picture::size)
                .orElseThrow(() ->
                        VideogenException.invalid("no_picture", where + ": there is no picture in \"" + file + "\"."));
    }

    Overlays of(Size frame) {
        Map<Integer, Lettering> titles = new HashMap<>();
        Map<Integer, Lettering> ofShots = new HashMap<>();
        CaptionStack stack = new CaptionStack();
        for (Placed placed : timeline.shots()) {
            int number = placed.shot().number();
            String where = "Film \"" + film.name() + "\", " + placed.shot().label();
            if (placed.shot().content() instanceof Content.Title title) {
                Colour background = film.background().orElse(Colour.NIGHT);
                titles.put(number, letterer.title(where, title.title(), title.subtitle(), frame, background));
            }
            if (film.burnShotCaptions()) {
                placed.shot()
                        .caption()
                        .map(text -> letterer.caption(where, text, frame))
                        .map(text -> stack.add(placed.bodyAt(), placed.bodyAt() + placed.bodyFrames(), text))
                        .ifPresent(text -> ofShots.put(number, text));
            }
        }
        List<Overlays.TimedCue> cues =
                captions.burned().stream().map(cue -> timed(cue, frame, stack)).toList();
        return new Overlays(
                titles,
                ofShots,
                cues,
                timeline.shots().stream()
                        .filter(Placed::isPreview)
                        .findFirst()
                        .map(preview -> letterer.previewMark(frame)),
                logo.map(shape -> Overlays.Logo.of(
                        film.logo().orElseThrow(), material.identity(film.logo().orElseThrow()), shape, frame)));
    }

    private Overlays.TimedCue timed(Cue cue, Size frame, CaptionStack stack) {
        long from = timeline.rate().frames(cue.from());
        long to = timeline.rate().frames(cue.to());
        Lettering text = letterer.caption("Film \"" + film.name() + "\", captions", cue.text(), frame);
        return new Overlays.TimedCue(from, to, stack.add(from, to, text));
    }
}
