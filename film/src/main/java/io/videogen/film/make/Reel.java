package io.videogen.film.make;

import io.videogen.film.cut.Segment;
import io.videogen.film.graph.Codec;
import io.videogen.film.graph.Look;
import io.videogen.film.graph.Overlays;
import io.videogen.film.graph.PictureGraph;
import io.videogen.film.graph.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The making of a film's pictures in one look and codec. What is not kept is made in few runs of FFmpeg: a body and the
 * transition out of it in one, since a clip has few keyframes, often one, and would be decoded from there for each.
 */
final class Reel {

    /** VP9 takes longer. */
    private static final Map<Codec, Double> EFFORT = Map.of(Codec.H264, 1.0, Codec.VP9, 3.0);

    private final Kitchen kitchen;
    private final List<Segment> segments;
    private final Look look;
    private final Codec codec;
    private final Overlays overlays;
    private final Material material;
    private final List<Recipe> recipes;

    Reel(Kitchen kitchen, List<Segment> segments, Look look, Codec codec, Overlays overlays, Material material) {
        this.kitchen = kitchen;
        this.segments = segments;
        this.look = look;
        this.codec = codec;
        this.overlays = overlays;
        this.material = material;
        this.recipes =
                segments.stream().map(segment -> recipe(List.of(segment))).toList();
    }

    private Recipe recipe(List<Segment> made) {
        return PictureGraph.of(made, look, codec, overlays, material::identity);
    }

    /** How many segments it has. */
    int size() {
        return segments.size();
    }

    /**
     * A run of FFmpeg.
     *
     * @param unitsPerFrame of work
     */
    record Run(Recipe recipe, List<Kitchen.Dish> dishes, double unitsPerFrame) {
        double units() {
            return unitsPerFrame
                    * dishes.stream().mapToLong(Kitchen.Dish::frames).sum();
        }
    }

    /** What makes all segments that are not kept. */
    List<Run> runs() {
        double effort = (double) look.size().width() * look.size().height() * EFFORT.get(codec);
        List<Run> runs = new ArrayList<>();
        int next = 0;
        while (next < size()) {
            int from = next;
            next++;
            if (isMissing(from)) {
                if (next < size() && isMissing(next) && !segments.get(next).isBody()) {
                    next++;
                }
                List<Kitchen.Dish> dishes = new ArrayList<>();
                for (int i = from; i < next; i++) {
                    Segment segment = segments.get(i);
                    dishes.add(new Kitchen.Dish(recipes.get(i), segment.frames(), what(segment)));
                }
                runs.add(new Run(recipe(segments.subList(from, next)), dishes, effort));
            }
        }
        return runs;
    }

    private boolean isMissing(int segment) {
        return kitchen.kept(recipes.get(segment)).isEmpty();
    }

    private static String what(Segment segment) {
        String label = segment.parts().get(0).shot().shot().label();
        return segment.isBody()
                ? label
                : "transition from " + label + " to "
                        + segment.parts().get(1).shot().shot().label();
    }

    /** All of them, once they are made. */
    Pictures pictures() {
        List<Path> files =
                recipes.stream().map(kitchen::kept).map(Optional::orElseThrow).toList();
        return new Pictures(segments, files, recipes.stream().map(kitchen::key).toList());
    }
}
