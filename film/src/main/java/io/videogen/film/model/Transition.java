package io.videogen.film.model;

import java.time.Duration;
import java.util.List;

/**
 * How one shot becomes the next.
 *
 * @param name one of {@link #NAMES}, or {@code cut}
 * @param length both shots are seen for so long; zero for a cut
 */
public record Transition(String name, Duration length) {

    /** One shot after the other. */
    public static final Transition CUT = new Transition("cut", Duration.ZERO);

    /** Where none is given. */
    public static final Duration USUAL_LENGTH = Duration.ofMillis(500);

    /** Those of FFmpeg's filter xfade, by its documentation. */
    public static final List<String> NAMES = List.of(
            "fade",
            "wipeleft",
            "wiperight",
            "wipeup",
            "wipedown",
            "slideleft",
            "slideright",
            "slideup",
            "slidedown",
            "circlecrop",
            "rectcrop",
            "distance",
            "fadeblack",
            "fadewhite",
            "radial",
            "smoothleft",
            "smoothright",
            "smoothup",
            "smoothdown",
            "circleopen",
            "circleclose",
            "vertopen",
            "vertclose",
            "horzopen",
            "horzclose",
            "dissolve",
            "pixelize",
            "diagtl",
            "diagtr",
            "diagbl",
            "diagbr",
            "hlslice",
            "hrslice",
            "vuslice",
            "vdslice",
            "hblur",
            "fadegrays",
            "wipetl",
            "wipetr",
            "wipebl",
            "wipebr",
            "squeezeh",
            "squeezev",
            "zoomin",
            "fadefast",
            "fadeslow",
            "hlwind",
            "hrwind",
            "vuwind",
            "vdwind",
            "coverleft",
            "coverright",
            "coverup",
            "coverdown",
            "revealleft",
            "revealright",
            "revealup",
            "revealdown");

    @Override
    public String toString() {
        return RecordText.of("Transition", "name", name, "length", length);
    }
}
