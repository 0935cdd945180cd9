package io.videogen.film.make;

import io.videogen.film.FilmListener;
import io.videogen.film.MadeFilm;
import io.videogen.film.cut.Placed;
import io.videogen.film.cut.Segment;
import io.videogen.film.cut.Timeline;
import io.videogen.film.draw.Letterer;
import io.videogen.film.graph.Codec;
import io.videogen.film.graph.Look;
import io.videogen.film.graph.Overlays;
import io.videogen.film.graph.PictureGraph;
import io.videogen.film.graph.Recipe;
import io.videogen.film.media.MediaFacts;
import io.videogen.film.media.Prober;
import io.videogen.film.model.Content;
import io.videogen.film.model.Film;
import io.videogen.film.model.Fit;
import io.videogen.film.model.Format;
import io.videogen.film.model.Output;
import io.videogen.film.model.Size;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The making of one film: everything is planned before anything is made, so that mistakes cost no time. */
public final class Production {

    /** VP9 takes longer. */
    private static final Map<Codec, Double> EFFORT = Map.of(Codec.H264, 1.0, Codec.VP9, 3.0);
    /** What it takes to put an output together from its pictures, as a share of making them. */
    private static final Map<Format, Double> ASSEMBLY =
            Map.of(Format.MP4, 0.03, Format.WEBM, 0.03, Format.GIF, 0.5, Format.POSTER, 0.01);

    private final Film film;
    private final Kitchen kitchen;
    private final Crew crew;
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
            Crew crew,
            Letterer letterer,
            Material material,
            FilmListener listener,
            Clock clock) {
        this.film = film;
        this.kitchen = kitchen;
        this.crew = crew;
        this.listener = listener;
        this.material = material;
        Prober prober = new Prober(kitchen::ffmpeg);
        Frames frames = Frames.of(film, prober, crew);
        this.timeline = frames.timeline();
        this.size = frames.size();
        this.captions = Captions.of(film, timeline);
        this.dressing = new Dressing(film, timeline, captions, letterer, material, prober);
        this.work = new Work(film.name(), listener, clock);
    }

    MadeFilm make(String key) {
        Outputs outputs = new Outputs(film, kitchen, timeline, captions, isPreview());
        outputs.check();
        Map<Track, List<Recipe>> tracks = new LinkedHashMap<>();
        for (Output output : film.outputs()) {
            tracks.computeIfAbsent(track(output), this::recipes);
            work.expect(assembly(output));
        }
        Soundtrack soundtrack = new Soundtrack(film, kitchen, crew, timeline, material);
        if (!formatsWithSound().isEmpty()) {
            crew.all(soundtrack.shots());
        }
        Map<Track, Pictures> pictures = shoot(tracks, soundtrack);
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

    private List<Recipe> recipes(Track track) {
        Overlays overlays = dressing.of(track.look().size());
        return timeline.segments().stream()
                .map(segment -> PictureGraph.of(segment, track.look(), track.codec(), overlays, material::identity))
                .toList();
    }

    /** A segment to be made, and the work that it is. */
    private record Take(Recipe recipe, Segment segment, double unitsPerFrame) {
        double units() {
            return unitsPerFrame * segment.frames();
        }
    }

    private Map<Track, Pictures> shoot(Map<Track, List<Recipe>> tracks, Soundtrack soundtrack) {
        List<Segment> segments = timeline.segments();
        List<Take> takes = new ArrayList<>();
        int kept = 0;
        for (Map.Entry<Track, List<Recipe>> track : tracks.entrySet()) {
            for (int i = 0; i < segments.size(); i++) {
                Recipe recipe = track.getValue().get(i);
                boolean there = kitchen.kept(recipe).isPresent();
                kept += there ? 1 : 0;
                Take take = new Take(recipe, segments.get(i), there ? 0 : unitsPerFrame(track.getKey()));
                work.expect(take.units());
                takes.add(take);
            }
        }
        listener.planned(film.name(), takes.size(), kept);
        // Longest first, so that no process works alone at the end; the sound is one chain, and begins at once.
        takes.sort(Comparator.comparingDouble(Take::units).reversed());
        List<Callable<Optional<Path>>> tasks = new ArrayList<>();
        tasks.add(() -> sound(soundtrack));
        takes.forEach(take -> tasks.add(() -> Optional.of(segment(take))));
        List<Optional<Path>> made = crew.all(tasks);
        Map<Recipe, Path> files = new HashMap<>();
        for (int i = 0; i < takes.size(); i++) {
            files.put(takes.get(i).recipe(), made.get(i + 1).orElseThrow());
        }
        Map<Track, Pictures> pictures = new LinkedHashMap<>();
        tracks.forEach((track, recipes) -> pictures.put(
                track,
                new Pictures(
                        segments,
                        recipes.stream().map(files::get).toList(),
                        recipes.stream().map(kitchen::key).toList())));
        return pictures;
    }

    private Optional<Path> sound(Soundtrack soundtrack) {
        formatsWithSound().forEach(soundtrack::in);
        return Optional.empty();
    }

    private Set<Format> formatsWithSound() {
        return film.outputs().stream()
                .map(Output::format)
                .filter(Format::hasSound)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double assembly(Output output) {
        return (double) size.width() * size.height() * timeline.frames() * ASSEMBLY.get(output.format());
    }

    private static double unitsPerFrame(Track track) {
        Size frame = track.look().size();
        return (double) frame.width() * frame.height() * EFFORT.get(track.codec());
    }

    private Path segment(Take take) {
        long[] told = {0};
        return kitchen.make(take.recipe(), take.segment().frames(), what(take.segment()), frames -> {
            work.done(take.unitsPerFrame() * (frames - told[0]));
            told[0] = frames;
        });
    }

    private static String what(Segment segment) {
        String label = segment.parts().get(0).shot().shot().label();
        return segment.isBody()
                ? label
                : "transition from " + label + " to "
                        + segment.parts().get(1).shot().shot().label();
    }

    private boolean isPreview() {
        return timeline.shots().stream().anyMatch(Production::isPreview);
    }

    private static boolean isPreview(Placed shot) {
        boolean told = shot.shot().content() instanceof Content.Footage footage && footage.preview();
        return told || shot.media().filter(MediaFacts::isPreview).isPresent();
    }

    private List<MadeFilm.ShotTime> shots() {
        return timeline.shots().stream()
                .map(shot -> new MadeFilm.ShotTime(
                        shot.shot().content().label(),
                        timeline.rate().seconds(shot.at()),
                        timeline.rate().seconds(shot.at() + shot.frames()),
                        isPreview(shot)))
                .toList();
    }
}
