package io.videogen.film.cut;

import io.videogen.film.media.MediaFacts;
import io.videogen.film.model.Content;
import io.videogen.film.model.Shot;
import java.util.Optional;

/**
 * A shot on the film's grid of frames.
 *
 * @param shot what is seen
 * @param media what its file holds; a title has none
 * @param at its first frame
 * @param frames of it, transitions included
 * @param in how many of its first frames overlap the shot before
 * @param out how many of its last frames overlap the shot after
 */
public record Placed(Shot shot, Optional<MediaFacts> media, long at, long frames, long in, long out) {

    /** The first frame in which it is seen alone. */
    public long bodyAt() {
        return at + in;
    }

    /** In how many frames it is seen alone. */
    public long bodyFrames() {
        return frames - in - out;
    }

    /** Whether it is a drawn stand-in, by what is told of it or by its file's own mark. */
    public boolean isPreview() {
        boolean told = shot.content() instanceof Content.Footage footage && footage.preview();
        return told || media.filter(MediaFacts::isPreview).isPresent();
    }
}
