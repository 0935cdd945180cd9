package io.videogen.film.make;

import io.videogen.film.cut.Segment;
import io.videogen.film.graph.Input;
import java.nio.file.Path;
import java.util.List;

/**
 * The pictures of a whole film in one look and codec.
 *
 * @param segments in order
 * @param files of the segments
 * @param keys of the segments
 */
record Pictures(List<Segment> segments, List<Path> files, List<String> keys) {

    Pictures {
        segments = List.copyOf(segments);
        files = List.copyOf(files);
        keys = List.copyOf(keys);
    }

    /** All of it. */
    Input whole() {
        return Input.joined(files, keys.toString());
    }

    /** The segment that a frame is in: a list of files can not be sought in. */
    int segmentOf(long frame) {
        int at = segments.size() - 1;
        while (at > 0 && segments.get(at).at() > frame) {
            at--;
        }
        return at;
    }
}
