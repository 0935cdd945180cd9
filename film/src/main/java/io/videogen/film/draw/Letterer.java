package io.videogen.film.draw;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.drawing.text.FontFile;
import io.videogen.drawing.text.Fonts;
import io.videogen.drawing.text.Outlines;
import io.videogen.drawing.text.TextLayout;
import io.videogen.film.model.Colour;
import io.videogen.film.model.Size;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Sets the text of one film, and draws it. Not thread-safe. */
public final class Letterer {

    private static final int WHITE = 0xffffff;
    private static final int INK = 0x1a1a1a;
    /** As on preview clips: no picture's own colour is so bright. */
    private static final int AMBER = 0xffc400;

    private static final double LINE = 1.3;
    private static final int SMALLEST = 8;

    private final Path folder;
    private final Optional<FontFile> own;
    private final Supplier<ClassLoader> glyphs;
    private Glyphs opened;

    private record Glyphs(Fonts fonts, Outlines outlines) {}

    /**
     * @param folder takes the bundled font
     * @param font that comes first
     * @param glyphs sees the module of glyphs; asked when the first letter is set, as it may have to be fetched
     * @throws VideogenException if the font can not be read
     */
    public Letterer(Path folder, Optional<Path> font, Supplier<ClassLoader> glyphs) {
        this.folder = folder;
        this.own = font.map(Letterer::read);
        this.glyphs = glyphs;
    }

    private Glyphs glyphs() {
        if (opened == null) {
            ClassLoader loader = glyphs.get();
            try {
                Fonts fonts = new Fonts(folder, loader);
                opened = new Glyphs(
                        fonts,
                        ServiceLoader.load(Outlines.class, loader).findFirst().orElseThrow());
            } catch (IOException e) {
                throw new VideogenException(
                        ErrorKind.STORAGE,
                        "no_temporary_folder",
                        "The bundled font can not be written (" + e + ").",
                        e);
            }
        }
        return opened;
    }

    private static FontFile read(Path font) {
        try {
            return FontFile.open(font);
        } catch (IOException e) {
            throw VideogenException.invalid(
                    "invalid_font",
                    "The font \"" + font + "\" can not be used (" + e.getMessage()
                            + "). It must be a TrueType or OpenType font with outlines.");
        }
    }

    /** A layout whose fonts have the text; characters that no font has are an error that names them. */
    private TextLayout layout(String where, String text) {
        List<FontFile> chosen = new ArrayList<>(own.stream().toList());
        String rest = own.map(font -> without(text, font)).orElse(text);
        chosen.addAll(glyphs().fonts().covering(rest));
        TextLayout layout = new TextLayout(chosen);
        if (!layout.complete(text)) {
            String missing = text.codePoints()
                    .distinct()
                    .filter(c -> !layout.complete(Character.toString(c)))
                    .mapToObj(c -> "\"" + Character.toString(c) + "\" (" + Character.getName(c) + ")")
                    .limit(10)
                    .collect(Collectors.joining(", "));
            throw VideogenException.invalid(
                    "missing_glyphs",
                    where + ": no font has the characters " + missing
                            + ". Name one that has them with <font>, or install it on this machine.");
        }
        return layout;
    }

    private static String without(String text, FontFile font) {
        return text.codePoints()
                .filter(c -> !font.has(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * A title in the middle of the frame.
     *
     * @param where for people, in errors
     */
    public Lettering title(String where, String title, Optional<String> subtitle, Size frame, Colour background) {
        int rgb = background.isDark() ? WHITE : INK;
        double width = frame.width() * 0.84;
        Block large =
                block(where, title, Math.min(frame.height() * 0.11, frame.width() * 0.1), width, frame.height() * 0.5);
        Optional<Block> small = subtitle.map(text ->
                block(where, text, Math.min(large.size() * 0.55, frame.height() * 0.06), width, frame.height() * 0.25));
        double gap = small.map(block -> block.size() * 0.7).orElse(0.0);
        double all = large.height() + gap + small.map(Block::height).orElse(0.0);
        double top = (frame.height() - all) / 2;
        List<Lettering.Line> lines = new ArrayList<>(large.lines(top, rgb));
        small.ifPresent(block -> lines.addAll(block.lines(top + large.height() + gap, rgb)));
        return new Lettering(0, 0, frame.width(), frame.height(), new Lettering.Box(0, 0, 0), lines);
    }

    /** A caption in the lower third, on a dark bar. Upright films leave more room below, where apps show their own. */
    public Lettering caption(String where, String text, Size frame) {
        double size = Math.min(frame.height() * 0.05, frame.width() * 0.052);
        Block block = block(where, text, size, frame.width() * 0.8, frame.height() * 0.3);
        double pad = block.size() * 0.5;
        int width = even(Math.min(frame.width(), block.width() + 2.4 * pad));
        int height = even(block.height() + 1.4 * pad);
        double below = frame.height() * (frame.height() > frame.width() ? 0.14 : 0.07);
        return new Lettering(
                even((frame.width() - width) / 2.0),
                even(Math.max(0, frame.height() - below - height)),
                width,
                height,
                new Lettering.Box(pad * 0.6, 0, 0.62),
                block.lines(pad * 0.7, WHITE));
    }

    /** The mark of a drawn stand-in, at the right, below the strip that such clips have themselves while they are whole. */
    public Lettering previewMark(Size frame) {
        double size = Math.max(SMALLEST, Math.min(frame.height() * 0.07, frame.width() * 0.08));
        Block block = block("the PREVIEW mark", "PREVIEW", size, frame.width(), frame.height());
        double pad = block.size() * 0.4;
        int width = even(block.width() + 2 * pad);
        return new Lettering(
                even(Math.max(0, frame.width() * 0.97 - width)),
                even(frame.height() * 0.19),
                width,
                even(block.height() + pad),
                new Lettering.Box(pad * 0.5, AMBER, 1),
                block.lines(pad * 0.5, INK));
    }

    /** Lines of one size. */
    private record Block(List<String> texts, int size, double width, boolean rightToLeft) {

        double height() {
            return texts.size() * size * LINE;
        }

        List<Lettering.Line> lines(double top, int rgb) {
            List<Lettering.Line> lines = new ArrayList<>();
            for (String text : texts) {
                double baseline = top + (lines.size() + 0.5) * size * LINE + size * 0.36;
                lines.add(new Lettering.Line(text, size, (int) Math.round(baseline), rgb, rightToLeft));
            }
            return lines;
        }
    }

    /** Wraps a text at the size, or at the smaller one at which it fits. */
    private Block block(String where, String given, double wanted, double width, double height) {
        String text = TextLayout.clean(given).strip();
        TextLayout layout = layout(where, text);
        int size = (int) Math.max(SMALLEST, wanted);
        List<String> lines = layout.wrap(text, size, width);
        while (lines.size() * size * LINE > height && size > SMALLEST) {
            size = Math.max(SMALLEST, (int) (size * 0.93));
            lines = layout.wrap(text, size, width);
        }
        int chosen = size;
        double widest = lines.stream()
                .mapToDouble(line -> layout.width(line, chosen))
                .max()
                .orElse(0);
        return new Block(lines, size, widest, TextLayout.rightToLeft(text));
    }

    /** Draws it as PNG. */
    public void draw(Lettering lettering, Path file) throws IOException {
        Canvas canvas = new Canvas(lettering.width(), lettering.height());
        if (lettering.box().opacity() > 0) {
            Coverage box = new Coverage(canvas.width(), canvas.height());
            double round = 2 * lettering.box().radius();
            box.add(
                    new Path2D.Double(new RoundRectangle2D.Double(0, 0, canvas.width(), canvas.height(), round, round)),
                    new AffineTransform());
            canvas.paint(box, lettering.box().rgb(), lettering.box().opacity());
        }
        for (Lettering.Line line : lettering.lines()) {
            Coverage text = new Coverage(canvas.width(), canvas.height());
            add(text, line, canvas.width());
            canvas.paint(text, line.rgb(), 1);
        }
        Png.write(canvas, file);
    }

    private void add(Coverage coverage, Lettering.Line line, int width) throws IOException {
        List<TextLayout.Run> runs = layout("text", line.text()).line(line.text(), line.size(), line.rightToLeft());
        double x = (width - runs.stream().mapToDouble(TextLayout.Run::width).sum()) / 2;
        for (TextLayout.Run run : runs) {
            for (int c : run.text().codePoints().toArray()) {
                Outlines.Outline outline = glyphs().outlines().of(run.font(), c);
                double scale = (double) line.size() / outline.unitsPerEm();
                coverage.add(outline.path(), new AffineTransform(scale, 0, 0, -scale, x, line.baseline()));
                x += run.font().advance(c, line.size());
            }
        }
    }

    private static int even(double length) {
        return (int) Math.round(length / 2) * 2;
    }
}
