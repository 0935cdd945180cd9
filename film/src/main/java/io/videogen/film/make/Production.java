package io.videogen.film.make;

import io.videogen.film.FilmListener;
import io.videogen.film.MadeFilm;
import io.videogen.film.cut.Placed;
import io.videogen.film.cut.Timeline;
import io.videogen.film.draw.Letterer;
import io.videogen.film.graph.Codec;
import io.videogen.film.graph.Look;
import io.videogen.film.media.Prober;
import io.videogen.film.model.Film;
import io.videogen.film.model.Fit;
import io.videogen.film.model.Format;
import io.videogen.film.model.Output;
import io.videogen.film.model.Size;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The making of one film: everything is planned before anything is made, so that mistakes cost no time. */
public final class Production {

    private final Film film;
    private final Kitchen kitchen;
    private final SideBySide sideBySide;
    private final FilmListener listener;
    private final Material material;
    private final Timeline timeline;
    private final Size size;
    private final Captions captions;
    private final Dressing dressing;
    private final Work work;

    /** Pictures of the whole film in one look and codec. */
    private record Track(Look look, Codec codec) {}

    Production(
            Film film,
            Kitchen kitchen,
            SideBySide sideBySide,
            Letterer letterer,
            Material material,
            FilmListener listener,
            Clock clock) {
        this.film = film;
        this.kitchen = kitchen;
        this.sideBySide = sideBySide;
        this.listener = listener;
        this.material = material;
        Prober prober = new Prober(kitchen::ffmpeg);
        Frames frames = Frames.of(film, prober, sideBySide);
        this.timeline = frames.timeline();
        this.size = frames.size();
        this.captions = Captions.of(film, timeline);
        this.dressing = new Dressing(film, timeline, captions, letterer, material, prober);
        this.work = new Work(film.name(), listener, clock);
    }

    MadeFilm make(String key) {
        Outputs outputs = new Outputs(film, kitchen, timeline, captions, isPreview());
        outputs.check();
        Map<Track, Reel> reels = new LinkedHashMap<>();
        for (Output output : film.outputs()) {
            reels.computeIfAbsent(track(output), this::reel);
            work.expect(assembly(output));
        }
        Soundtrack soundtrack = new Soundtrack(film, kitchen, sideBySide, timeline, material);
        if (!formatsWithSound().isEmpty()) {
            sideBySide.all(soundtrack.shots());
        }
        shoot(reels.values(), soundtrack);
        Map<Track, Pictures> pictures = new LinkedHashMap<>();
        reels.forEach((track, reel) -> pictures.put(track, reel.pictures()));
        List<MadeFilm.File> files = new ArrayList<>();
        for (Output output : film.outputs()) {
            Track track = track(output);
            files.add(outputs.make(output, wide(output), pictures.get(track), soundtrack));
            work.done(assembly(output));
        }
        outputs.captions().ifPresent(files::add);
        List<String> warnings = new ArrayList<>(captions.warnings());
        warnings.addAll(outputs.warnings());
        warnings.forEach(warning -> listener.warning(film.name(), warning));
        return new MadeFilm(film.name(), key, isPreview(), files, shots(), warnings);
    }

    /** GIF and poster are taken from the MP4's pictures, and scaled; the others are made in their own size. */
    private Track track(Output output) {
        boolean own = output.format().hasSound();
        Size frame = output.aspectRatio().map(ratio -> ratio.of(size)).orElse(size);
        Look look = new Look(
                own ? wide(output) : frame, timeline.rate(), output.fit().orElse(Fit.CONTAIN), film.background());
        return new Track(look, output.format() == Format.WEBM ? Codec.VP9 : Codec.H264);
    }

    private Size wide(Output output) {
        Size frame = output.aspectRatio().map(ratio -> ratio.of(size)).orElse(size);
        return output.width().isPresent() ? frame.withWidth(output.width().getAsInt()) : frame;
    }

    private Reel reel(Track track) {
        Look look = track.look();
        return new Reel(kitchen, timeline.segments(), look, track.codec(), dressing.of(look.size()), material);
    }

    private void shoot(Collection<Reel> reels, Soundtrack soundtrack) {
        List<Reel.Run> runs = new ArrayList<>(
                reels.stream().flatMap(reel -> reel.runs().stream()).toList());
        runs.forEach(run -> work.expect(run.units()));
        int pieces = reels.stream().mapToInt(Reel::size).sum();
        int missing = runs.stream().mapToInt(run -> run.dishes().size()).sum();
        listener.planned(film.name(), pieces, pieces - missing);
        // Longest first, so that no process works alone at the end; the sound is one chain, and begins at once.
        runs.sort(Comparator.comparingDouble(Reel.Run::units).reversed());
        List<Callable<List<Path>>> tasks = new ArrayList<>();
        tasks.add(() -> sound(soundtrack));
        runs.forEach(
                run -> tasks.add(() -> kitchen.make(run.recipe(), run.dishes(), () -> work.done(run.unitsPerFrame()))));
        sideBySide.all(tasks);
    }

    private List<Path> sound(Soundtrack soundtrack) {
        formatsWithSound().forEach(soundtrack::in);
        return List.of();
    }

    private Set<Format> formatsWithSound() {
        return film.outputs().stream()
                .map(Output::format)
                .filter(Format::hasSound)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double assembly(Output output) {
        return (double) size.width()
                * size.height()
                * timeline.frames()
                * output.format().assembly();
    }

    private boolean isPreview() {
        return timeline.shots().stream().anyMatch(Placed::isPreview);
    }

    private List<MadeFilm.ShotTime> shots() {
        return timeline.shots().stream()
                .map(shot -> new MadeFilm.ShotTime(
                        shot.shot().content().label(),
                        timeline.rate().seconds(shot.at()),
                        timeline.rate().seconds(shot.at() + shot.frames()),
                        shot.isPreview()))
                .toList();
    }
}
