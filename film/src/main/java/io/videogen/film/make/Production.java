package io.videogen.film.make;

import io.videogen.film.FilmListener;
import io.videogen.film.MadeFilm;
import io.videogen.film.cut.Placed;
import io.videogen.film.cut.Segment;
import io.videogen.film.cut.Timeline;
import io.videogen.film.draw.Letterer;
import io.videogen.film.graph.Codec;
import io.videogen.film.graph.Input;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The making of one film: everything is planned before anything is made, so that mistakes cost no time. */
public final class Production {

    /** VP9 takes longer. */
    private static final Map<Codec, Double> EFFORT = Map.of(Codec.H264, 1.0, Codec.VP9, 3.0);

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
            Track track = track(output);
            tracks.computeIfAbsent(track, this::recipes);
        }
        Soundtrack soundtrack = new Soundtrack(film, kitchen, crew, timeline, material);
        Map<Track, Pictures> pictures = shoot(tracks, soundtrack);
        Input sound = soundtrack.make();
        List<MadeFilm.File> files = new ArrayList<>();
        for (Output output : film.outputs()) {
            Track track = track(output);
            files.add(outputs.make(output, wide(output), pictures.get(track), sound));
        }
        outputs.captions().ifPresent(files::add);
        List<String> warnings = new ArrayList<>(captions.warnings());
        warnings.addAll(outputs.warnings());
        warnings.forEach(warning -> listener.warning(film.name(), warning));
        return new MadeFilm(film.name(), key, isPreview(), files, shots(), warnings);
    }

    /** GIF and poster are taken from the MP4's pictures, and scaled; the others are made in their own size. */
    private Track track(Output output) {
        boolean own = output.format() == Format.MP4 || output.format() == Format.WEBM;
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

    private Map<Track, Pictures> shoot(Map<Track, List<Recipe>> tracks, Soundtrack soundtrack) {
        List<Segment> segments = timeline.segments();
        List<Callable<Path>> tasks = new ArrayList<>();
        int kept = 0;
        for (Map.Entry<Track, List<Recipe>> track : tracks.entrySet()) {
            for (int i = 0; i < segments.size(); i++) {
                Recipe recipe = track.getValue().get(i);
                boolean there = kitchen.kept(recipe).isPresent();
                kept += there ? 1 : 0;
                Segment segment = segments.get(i);
                double pixels = there ? 0 : units(track.getKey(), 1);
                work.expect(pixels * segment.frames());
                tasks.add(() -> segment(recipe, segment, pixels));
            }
        }
        listener.planned(film.name(), tasks.size(), kept);
        List<Callable<Path>> all = new ArrayList<>(tasks);
        all.addAll(soundtrack.shots());
        List<Path> made = crew.all(all);
        Map<Track, Pictures> pictures = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<Track, List<Recipe>> track : tracks.entrySet()) {
            List<Path> files = made.subList(at, at + segments.size());
            List<String> keys = track.getValue().stream().map(kitchen::key).toList();
            pictures.put(track.getKey(), new Pictures(segments, files, keys));
            at += segments.size();
        }
        return pictures;
    }

    private static double units(Track track, long frames) {
        Size frame = track.look().size();
        return (double) frame.width() * frame.height() * EFFORT.get(track.codec()) * frames;
    }

    private Path segment(Recipe recipe, Segment segment, double units) {
        long[] told = {0};
        return kitchen.make(recipe, segment.frames(), what(segment), frames -> {
            work.done(units * (frames - told[0]));
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
