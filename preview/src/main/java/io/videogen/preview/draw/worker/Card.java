package io.videogen.preview.draw.worker;

import io.videogen.drawing.text.FontFile;
import io.videogen.drawing.text.Fonts;
import io.videogen.drawing.text.TextLayout;
import io.videogen.preview.clip.ClipSpec;
import java.util.ArrayList;
import java.util.List;

/** Where everything stands on the card. All lengths in pixels. */
final class Card {
    /** Of the mark's strip and the progress bar: no prompt's tint is so bright. */
    private static final int AMBER = 0xffc400;

    private static final int INK = 0x1a1a1a;
    private static final int WHITE = 0xffffff;
    private static final int GREY = 0xd8d8d8;
    private static final String MARK = "PREVIEW";
    private static final String NOTE = "drawn by Videogen, not generated";
    private static final String NO_GLYPH = "some characters of the prompt have no glyph here";
    /** Below this nobody can read it. */
    private static final int SMALLEST = 6;

    private static final double LINE = 1.35;

    /** A filled rectangle; opacity 0 to 1. */
    record Box(int x, int y, int width, int height, int rgb, double opacity) {}

    /**
     * A text of one font.
     *
     * @param x of its left end
     * @param y of its baseline
     */
    record Text(FontFile font, String text, int size, int x, int y, int rgb) {}

    private final ClipSpec spec;
    private final int width;
    private final int height;
    private final int margin;
    private final int room;
    private final TextLayout plain;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final Box bar;

    Card(ClipSpec spec, Fonts fonts) {
        this.spec = spec;
        width = spec.size().width();
        height = spec.size().height();
        margin = even(Math.max(2, Math.min(width, height) * 0.05));
        room = width - 2 * margin;
        plain = new TextLayout(List.of(fonts.bundled()));
        int barHeight = even(Math.max(2, height * 0.02));
        bar = new Box(margin, even(height - margin - barHeight), even(room), barHeight, AMBER, 1);
        boxes.add(new Box(bar.x(), bar.y(), bar.width(), bar.height(), 0, 0.45));
        int top = mark();
        // Where the mark has no room nothing else may be written: a preview must not pass for a real clip.
        if (top > 0) {
            prompt(top + margin / 2, footer(bar.y() - margin / 2), fonts);
        }
    }

    /** Dark, by the prompt. */
    int tint() {
        double hue = Integer.remainderUnsigned(spec.prompt().hashCode() * 0x9e3779b9, 360);
        return Tint.rgb(hue, 0.5, 0.3);
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Text> texts() {
        return texts;
    }

    /** The whole track of the progress bar: even sides, as chroma is halved. */
    Box bar() {
        return bar;
    }

    private int mark() {
        int strip = even(Math.max(height * 0.16, Math.min(14, height * 0.3)));
        int size = fit(MARK, strip * 0.72, room);
        if (size < SMALLEST) {
            return 0;
        }
        boxes.add(new Box(0, 0, width, strip, AMBER, 1));
        int baseline = (int) Math.round(strip / 2.0 + size * 0.365);
        write(plain, MARK, size, margin, baseline, INK);
        int small = fit(NOTE, Math.max(10, size * 0.32), room - margin - plain.width(MARK, size));
        if (small >= SMALLEST) {
            write(plain, NOTE, small, (int) (width - margin - plain.width(NOTE, small)), baseline, INK);
        }
        return strip;
    }

    private int footer(int bottom) {
        String clip = spec.count() > 1 ? " · clip " + spec.index() + " of " + spec.count() : "";
        String seconds = spec.seconds() == Math.rint(spec.seconds())
                ? Long.toString((long) spec.seconds())
                : Double.toString(spec.seconds());
        String facts = spec.size() + " · " + seconds + " s" + clip;
        String model = TextLayout.clean(spec.model()).replace('\n', ' ');
        double size = Math.max(10, Math.min(height * 0.04, width * 0.045));
        int y = bottom;
        for (String line : List.of(facts, model)) {
            int fitting = fit(line, size, room);
            if (fitting >= SMALLEST && y - fitting > height * 0.5) {
                y -= (int) Math.ceil(fitting * 0.3);
                write(plain, line, fitting, margin, y, GREY);
                y -= fitting;
            }
        }
        return y;
    }

    private void prompt(int top, int bottom, Fonts fonts) {
        String prompt = TextLayout.clean(spec.prompt()).strip();
        TextLayout layout = new TextLayout(fonts.covering(prompt));
        int end = bottom;
        if (!layout.complete(prompt)) {
            int size = fit(NO_GLYPH, Math.max(10, height * 0.03), room);
            if (size >= SMALLEST && end - top > size * 3) {
                write(plain, NO_GLYPH, size, margin, (int) (end - size * 0.3), AMBER);
                end -= (int) Math.ceil(size * 1.5);
            }
        }
        int smallest = (int) Math.max(SMALLEST + 1, Math.min(width, height) * 0.022);
        int size = (int) Math.max(smallest, Math.min(height * 0.085, width * 0.07));
        List<String> lines = layout.wrap(prompt, size, room);
        while (lines.size() * size * LINE > end - top && size > smallest) {
            size = Math.max(smallest, (int) (size * 0.92));
            lines = layout.wrap(prompt, size, room);
        }
        int fitting = (int) ((end - top) / (size * LINE));
        if (fitting < 1) {
            return;
        }
        if (lines.size() > fitting) {
            lines = new ArrayList<>(lines.subList(0, fitting));
            lines.set(fitting - 1, shortened(layout, lines.get(fitting - 1), size));
        }
        boolean rightToLeft = TextLayout.rightToLeft(prompt);
        double y = top + ((end - top) - lines.size() * size * LINE) / 2 + size;
        for (String line : lines) {
            List<TextLayout.Run> runs = layout.line(line, size, rightToLeft);
            double length = runs.stream().mapToDouble(TextLayout.Run::width).sum();
            double x = rightToLeft ? Math.max(margin, width - margin - length) : margin;
            for (TextLayout.Run run : runs) {
                texts.add(new Text(run.font(), run.text(), size, (int) Math.round(x), (int) Math.round(y), WHITE));
                x += run.width();
            }
            y += size * LINE;
        }
    }

    private void write(TextLayout layout, String text, int size, int x, int y, int rgb) {
        double at = x;
        for (TextLayout.Run run : layout.line(text, size, false)) {
            texts.add(new Text(run.font(), run.text(), size, (int) Math.round(at), y, rgb));
            at += run.width();
        }
    }

    private String shortened(TextLayout layout, String line, int size) {
        String text = line;
        while (!text.isEmpty() && layout.width(text + "…", size) > room) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        return text + "…";
    }

    /** The size, or the smaller one at which the text fits. */
    private int fit(String text, double size, double space) {
        return (int) Math.min(size, space / Math.max(0.01, plain.width(text, 1)));
    }

    private static int even(double length) {
        return (int) Math.round(length / 2) * 2;
    }
}
