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
     * The recipe of a segment, or of a body and the transition out of it: then their clip is decoded once for both. Either
     * has the same bytes when it is made alone.
     *
     * @param identities of files, by their content
     */
    public static Recipe of(
            List<Segment> segments, Look look, Codec codec, Overlays overlays, Function<Path, String> identities) {
        PictureGraph graph = new PictureGraph(look, overlays, identities);
        graph.write(segments);
        boolean transition = !segments.get(segments.size() - 1).isBody();
        return new Recipe(graph.inputs, graph.graph.toString(), codec.options(look, transition), "mp4");
    }

    private void write(List<Segment> segments) {
        Segment last = segments.get(segments.size() - 1);
        String picture = part(last, 0, last.lead() + last.frames());
        int output = 0;
        if (segments.size() > 1) {
            String body = label();
            String rest = label();
            chain(picture, "split", body + rest);
            String alone = label();
            chain(body, "trim=end_frame=" + last.lead(), alone);
            dress(alone, segments.get(0), Recipe.output(output));
            picture = rest;
            output++;
        }
        dress(last.isBody() ? picture : crossed(picture, last), last, Recipe.output(output));
    }

    private String crossed(String picture, Segment segment) {
        String end = label();
        chain(picture, "trim=start_frame=" + segment.lead() + ",setpts=PTS-STARTPTS", end);
        String next = part(segment, 1, segment.frames());
        String crossed = label();
        String seconds = String.format(Locale.ROOT, "%.6f", look.rate().seconds(segment.frames()));
        // A frame more of each, which is cut off again: the filter must not see either end.
        chain(
                end + next,
                "xfade=transition=" + segment.transition() + ":duration=" + seconds + ":offset=0,trim=end_frame="
                        + segment.frames(),
                crossed);
        return crossed;
    }

    private void dress(String picture, Segment segment, String out) {
        String dressed = cues(segment.isBody() ? caption(picture, segment) : picture, segment);
        if (overlays.logo().isPresent()) {
            dressed = logo(dressed, overlays.logo().get());
        }
        // The last chain has no label of its own to map.
        chain(dressed, "null", out);
    }

    private String part(Segment segment, int number, long frames) {
        Segment.Part part = segment.parts().get(number);
        Placed shot = part.shot();
        String out = label();
        PictureChain chain = new PictureChain(look, "b" + labels);
        Content content = shot.shot().content();
        if (content instanceof Content.Title) {
            add(chain.title(), out);
            Lettering lettering = overlays.titles().get(shot.shot().number());
            String lettered = overlay(out, Input.drawing(lettering), lettering, "");
            String repeated = label();
            chain(lettered, chain.repeated(frames + tail(segment)), repeated);
            return repeated;
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
        if (shot.isPreview()) {
            Lettering mark = overlays.previewMark().orElseThrow();
            return overlay(out, Input.drawing(mark), mark, "");
        }
        return out;
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
