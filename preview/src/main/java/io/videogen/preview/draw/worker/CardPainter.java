package io.videogen.preview.draw.worker;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_init_str;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import io.videogen.preview.clip.ClipSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avfilter.AVFilter;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Draws a card as one frame, through a graph of FFmpeg's filters. */
final class CardPainter {
    private final AVFilterGraph graph;
    private AVFilterContext last;
    private int filters;

    private CardPainter(AVFilterGraph graph) {
        this.graph = graph;
    }

    /**
     * @param pixelFormat such as {@code yuv420p}
     * @return a frame that the caller frees
     */
    static AVFrame paint(Card card, ClipSize size, String pixelFormat) throws IOException {
        AVFilterGraph graph = Av.present(avfilter_graph_alloc(), "make a filter graph");
        try {
            return new CardPainter(graph).frame(card, size, pixelFormat);
        } finally {
            avfilter_graph_free(graph);
        }
    }

    private AVFrame frame(Card card, ClipSize size, String pixelFormat) throws IOException {
        add("color", Map.of("color", colour(card.tint()), "size", size.toString(), "rate", "24"));
        // Boxes and texts need alpha and full chroma to have clean edges; the last filter converts.
        add("format", Map.of("pix_fmts", "rgb24"));
        for (Card.Box box : card.boxes()) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("x", Integer.toString(box.x()));
            options.put("y", Integer.toString(box.y()));
            options.put("width", Integer.toString(box.width()));
            options.put("height", Integer.toString(box.height()));
            options.put("color", colour(box.rgb()) + "@" + box.opacity());
            options.put("thickness", "fill");
            add("drawbox", options);
        }
        for (Card.Text text : card.texts()) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("fontfile", text.font().path().toString());
            options.put("text", text.text());
            options.put("expansion", "none");
            options.put("fontsize", Integer.toString(text.size()));
            options.put("fontcolor", colour(text.rgb()));
            options.put("x", Integer.toString(text.x()));
            // Unhinted, letters are as wide as the font says, which is what the layout counts with.
            options.put("ft_load_flags", "no_hinting");
            options.put("y", Integer.toString(text.y()));
            options.put("y_align", "baseline");
            add("drawtext", options);
        }
        add("format", Map.of("pix_fmts", pixelFormat));
        add("buffersink", Map.of());
        Av.check(avfilter_graph_config(graph, null), "set up the drawing");
        AVFrame frame = Av.present(av_frame_alloc(), "make a frame");
        Av.check(av_buffersink_get_frame(last, frame), "draw the card");
        return frame;
    }

    /** Options are set one by one and not as a filter string: nothing in a prompt or a path needs escaping. */
    private void add(String name, Map<String, String> options) throws IOException {
        AVFilter filter = Av.present(avfilter_get_by_name(name), "find its filter " + name);
        AVFilterContext context =
                Av.present(avfilter_graph_alloc_filter(graph, filter, name + filters++), "make the filter " + name);
        for (Map.Entry<String, String> option : options.entrySet()) {
            try (BytePointer key = new BytePointer(option.getKey());
                    BytePointer value = new BytePointer(option.getValue(), StandardCharsets.UTF_8)) {
                Av.check(
                        av_opt_set(context, key, value, AV_OPT_SEARCH_CHILDREN),
                        "set the option " + option.getKey() + " of " + name);
            }
        }
        Av.check(avfilter_init_str(context, (String) null), "start the filter " + name);
        if (last != null) {
            Av.check(avfilter_link(last, 0, context, 0), "link the filter " + name);
        }
        last = context;
    }

    private static String colour(int rgb) {
        return String.format("0x%06x", rgb);
    }
}
