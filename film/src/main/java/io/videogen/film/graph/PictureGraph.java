package io.videogen.film.graph;

import io.videogen.film.cut.Placed;
import io.videogen.film.cut.Segment;
import io.videogen.film.draw.Lettering;
import io.videogen.film.media.Media;
import io.videogen.film.model.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes the recipe of a segment. Each input decodes with one thread: segments are made side by side. */
public final class PictureGraph {

    private final Look look;
    private final Overlays overlays;
    private final Function<Path, String> identities;

    private final List<Input> inputs = new ArrayList<>();
    private final StringBuilder graph = new StringBuilder();
    private int labels;

    private PictureGraph(Look look, Overlays overlays, Function<Path, String> identities) {
        this.look = look;
        this.overlays = overlays;
        this.identities = identities;
    }

    /**
     * The recipe of a segment.
     *
     * @param identities of files, by their content
     */
    public static Recipe of(
            Segment segment, Look look, Codec codec, Overlays overlays, Function<Path, String> identities) {
        PictureGraph graph = new PictureGraph(look, overlays, identities);
        graph.write(segment);
        return new Recipe(graph.inputs, graph.graph.toString(), codec.options(look), "mp4");
    }

    private void write(Segment segment) {
        String picture = part(segment.parts().get(0), segment);
        if (!segment.isBody()) {
            String next = part(segment.parts().get(1), segment);
            String crossed = label();
            String seconds = String.format(Locale.ROOT, "%.6f", look.rate().seconds(segment.frames()));
            // A frame more of each, which is cut off again: the filter must not see either end.
            chain(
                    picture + next,
                    "xfade=transition=" + segment.transition() + ":duration=" + seconds + ":offset=0,trim=end_frame="
                            + segment.frames(),
                    crossed);
            picture = crossed;
        } else {
            picture = caption(picture, segment);
        }
        picture = cues(picture, segment);
        if (overlays.logo().isPresent()) {
            picture = logo(picture, overlays.logo().get());
        }
        // The last chain has no label of its own to map.
        chain(picture, "null", "[film]");
    }

    private String part(Segment.Part part, Segment segment) {
        Placed shot = part.shot();
        String out = label();
        PictureChain chain = new PictureChain(look, "b" + labels);
        long frames = segment.frames();
        Content content = shot.shot().content();
        if (content instanceof Content.Title) {
            add(chain.title(frames + tail(segment)), out);
            Lettering lettering = overlays.titles().get(shot.shot().number());
            return overlay(out, Input.drawing(lettering), lettering, "");
        }
        if (content instanceof Content.Still still) {
            String in = input(Input.media(
                    List.of("-threads", "1"),
                    new Media(still.file()).input(look.rate()),
                    identities.apply(still.file())));
            add(chain.still(in, shot, still, part.from(), frames) + tailFilter(segment), out);
            return out;
        }
        Content.Footage footage = (Content.Footage) content;
        double start = footage.from().toNanos() / 1e9 + look.rate().seconds(part.from()) * footage.speed();
        // Without accurate seeking the frame that is still seen at the start, which may be seconds old in a recording
        // of a screen, is not thrown away.
        List<String> seek =
                List.of("-threads", "1", "-noaccurate_seek", "-ss", String.format(Locale.ROOT, "%.6f", start));
        String in = input(
                Input.media(seek, new Media(footage.file()).input(look.rate()), identities.apply(footage.file())));
        add(chain.footage(in, shot, footage, frames) + tailFilter(segment), out);
        boolean preview = footage.preview()
                || shot.media().filter(media -> media.isPreview()).isPresent();
        return preview ? overlay(out, Input.drawing(overlays.previewMark()), overlays.previewMark(), "") : out;
    }

    private static long tail(Segment segment) {
        return segment.isBody() ? 0 : 2;
    }

    private static String tailFilter(Segment segment) {
        return segment.isBody() ? "" : ",tpad=stop_mode=clone:stop=" + tail(segment);
    }

    private String caption(String picture, Segment segment) {
        Lettering lettering =
                overlays.captions().get(segment.parts().get(0).shot().shot().number());
        return lettering == null ? picture : overlay(picture, Input.drawing(lettering), lettering, "");
    }

    private String cues(String picture, Segment segment) {
        String below = picture;
        for (Overlays.TimedCue cue : overlays.cues()) {
            long from = Math.max(0, cue.at() - segment.at());
            long to = Math.min(segment.frames(), cue.end() - segment.at());
            if (from < to) {
                String seen =
                        from == 0 && to == segment.frames() ? "" : ":enable='between(n," + from + "," + (to - 1) + ")'";
                below = overlay(below, Input.drawing(cue.lettering()), cue.lettering(), seen);
            }
        }
        return below;
    }

    private String logo(String picture, Overlays.Logo logo) {
        Input input = Input.media(List.of(), new Media(logo.file()).input(look.rate()), logo.identity());
        return overlay(
                picture,
                input,
                "scale=" + logo.size().width() + ":" + logo.size().height() + ",",
                logo.x(),
                logo.y(),
                "");
    }

    private String overlay(String picture, Input input, Lettering lettering, String options) {
        return overlay(picture, input, "", lettering.x(), lettering.y(), options);
    }

    private String overlay(String picture, Input input, String first, int x, int y, String options) {
        String front = label();
        chain(input(input), first + "scale=out_color_matrix=bt709:out_range=tv,format=yuva420p", front);
        String out = label();
        chain(picture + front, "overlay=" + x + ":" + y + options, out);
        return out;
    }

    private String input(Input input) {
        inputs.add(input);
        // V leaves out covers.
        return "[" + (inputs.size() - 1) + ":V:0]";
    }

    private String label() {
        labels++;
        return "[p" + labels + "]";
    }

    private void chain(String in, String filters, String out) {
        add(in + filters, out);
    }

    private void add(String chain, String out) {
        graph.append(graph.length() == 0 ? "" : ";").append(chain).append(out);
    }
}
