package io.videogen.film.graph;

import io.videogen.film.draw.Lettering;
import io.videogen.film.model.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is laid over the pictures of a film in one look.
 *
 * @param titles by the number of their shots
 * @param captions of shots, by their numbers; seen while the shot is seen alone
 * @param cues burned captions of the film
 * @param previewMark over each frame of a drawn stand-in; empty where the film has none
 * @param logo over all frames
 */
public record Overlays(
        Map<Integer, Lettering> titles,
        Map<Integer, Lettering> captions,
        List<TimedCue> cues,
        Optional<Lettering> previewMark,
        Optional<Logo> logo) {

    public Overlays {
        titles = Map.copyOf(titles);
        captions = Map.copyOf(captions);
        cues = List.copyOf(cues);
    }

    /**
     * A caption on the film's grid of frames.
     *
     * @param at its first frame
     * @param end the frame after its last
     */
    public record TimedCue(long at, long end, Lettering lettering) {}

    /**
     * A picture in the corner.
     *
     * @param file absolute
     * @param identity of its content
     * @param size that it is scaled to
     * @param x of its left edge
     * @param y of its upper edge
     */
    public record Logo(Path file, String identity, Size size, int x, int y) {

        /** Places a logo of a shape into the upper right corner. */
        public static Logo of(Path file, String identity, Size shape, Size frame) {
            double scale = Math.min(frame.width() * 0.16 / shape.width(), frame.height() * 0.1 / shape.height());
            Size size = Size.rounded(shape.width() * scale, shape.height() * scale);
            int x = (int) (frame.width() * 0.97 - size.width()) / 2 * 2;
            return new Logo(file, identity, size, x, (int) (frame.height() * 0.05) / 2 * 2);
        }
    }
}
