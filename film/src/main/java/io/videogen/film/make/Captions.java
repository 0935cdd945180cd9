package io.videogen.film.make;

import io.videogen.film.captions.CaptionReader;
import io.videogen.film.captions.Cue;
import io.videogen.film.cut.Placed;
import io.videogen.film.cut.Timeline;
import io.videogen.film.model.Film;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A film's captions.
 *
 * @param all for the file beside the film
 * @param soft those that are not in the picture, for a track
 * @param burned those of the file that are
 * @param warnings about captions that nobody will see
 */
record Captions(List<Cue> all, List<Cue> soft, List<Cue> burned, List<String> warnings) {

    static Captions of(Film film, Timeline timeline) {
        Duration end = time(timeline.seconds());
        List<String> warnings = new ArrayList<>();
        List<Cue> ofShots = new ArrayList<>();
        for (Placed shot : timeline.shots()) {
            shot.shot()
                    .caption()
                    .ifPresent(text -> ofShots.add(new Cue(
                            time(timeline.rate().seconds(shot.bodyAt())),
                            time(timeline.rate().seconds(shot.bodyAt() + shot.bodyFrames())),
                            text)));
        }
        List<Cue> ofFile = new ArrayList<>();
        film.captions()
                .map(file -> CaptionReader.read("Film \"" + film.name() + "\"", file))
                .ifPresent(cues -> cues.forEach(cue -> {
                    if (cue.from().compareTo(end) < 0) {
                        ofFile.add(new Cue(cue.from(), cue.to().compareTo(end) > 0 ? end : cue.to(), cue.text()));
                    } else {
                        warnings.add("the caption \"" + cue.text() + "\" begins after the film has ended");
                    }
                }));
        List<Cue> soft = new ArrayList<>();
        if (!film.burnShotCaptions()) {
            soft.addAll(ofShots);
        }
        if (!film.burnCaptionFile()) {
            soft.addAll(ofFile);
        }
        List<Cue> all = new ArrayList<>(ofShots);
        all.addAll(ofFile);
        all.sort(Comparator.comparing(Cue::from));
        soft.sort(Comparator.comparing(Cue::from));
        return new Captions(all, soft, film.burnCaptionFile() ? ofFile : List.of(), warnings);
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
