package io.videogen.drawing.text;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cleans, wraps and splits text into runs of one font and one direction. */
public final class TextLayout {
    /** Drawn in place of a character that no font has; the bundled font has it. */
    private static final int MISSING = 0x25a1;

    private final List<FontFile> fonts;

    /**
     * @param fonts tried in order for each character
     */
    public TextLayout(List<FontFile> fonts) {
        this.fonts = fonts;
    }

    /**
     * A piece that one font draws.
     *
     * @param font that has its characters
     * @param text as drawn from left to right
     * @param width in pixels
     */
    public record Run(FontFile font, String text, double width) {}

    /** Without control characters and emoji variation selectors; line breaks stay. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\n') {
                clean.append('\n');
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                clean.append(' ');
            } else if (!Character.isISOControl(c)
                    && c != 0xfe0e
                    && c != 0xfe0f
                    && Character.getType(c) != Character.SURROGATE) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** Whether its fonts have all visible characters of a text. */
    public boolean complete(String text) {
        return text.codePoints().filter(Fonts::visible).allMatch(c -> font(c) != null);
    }

    private FontFile font(int codePoint) {
        for (FontFile font : fonts) {
            if (font.has(codePoint)) {
                return font;
            }
        }
        return null;
    }

    /** Width in pixels of a text at a size in pixels. */
    public double width(String text, double size) {
        double width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            FontFile font = font(c);
            width += font == null ? fonts.get(0).advance(MISSING, size) : font.advance(c, size);
        }
        return width;
    }

    /** Whether the text as a whole reads from right to left. */
    public static boolean rightToLeft(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** Breaks where the script allows it, and inside a word that is longer than a line. */
    public List<String> wrap(String text, double size, double maxWidth) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            StringBuilder line = new StringBuilder();
            double used = 0;
            for (String word : pieces(BreakIterator.getLineInstance(Locale.ROOT), paragraph)) {
                double whole = width(word, size);
                double visible = width(word.stripTrailing(), size);
                if (used + visible > maxWidth && used > 0) {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                    used = 0;
                }
                if (visible <= maxWidth) {
                    line.append(word);
                    used += whole;
                } else {
                    breakWord(word, size, maxWidth, line, lines);
                    used = width(line.toString(), size);
                }
            }
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private void breakWord(String word, double size, double maxWidth, StringBuilder line, List<String> lines) {
        double used = 0;
        for (String letter : pieces(BreakIterator.getCharacterInstance(Locale.ROOT), word)) {
            double width = width(letter, size);
            if (used + width > maxWidth && used > 0) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(letter);
            used += width;
        }
    }

    private static List<String> pieces(BreakIterator breaks, String text) {
        List<String> pieces = new ArrayList<>();
        breaks.setText(text);
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            pieces.add(text.substring(from, to));
        }
        return pieces;
    }

    /**
     * Splits a line by direction, then by font.
     *
     * @param rightToLeft whether the text as a whole reads so
     * @return from left to right
     */
    public List<Run> line(String text, double size, boolean rightToLeft) {
        if (text.isEmpty()) {
            return List.of();
        }
        Bidi bidi = new Bidi(text, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        String[] parts = new String[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String part = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            parts[i] = levels[i] % 2 == 0 ? part : RightToLeft.visual(part, c -> font(c) != null);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, count);
        List<Run> runs = new ArrayList<>();
        for (String part : parts) {
            runs.addAll(byFont(part, size));
        }
        return runs;
    }

    private List<Run> byFont(String text, double size) {
        List<Run> runs = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        FontFile current = null;
        for (int c : text.codePoints().toArray()) {
            FontFile font = font(c);
            int drawn = c;
            if (!Fonts.visible(c)) {
                // A joiner or a space stays with its neighbours if their font can take it.
                font = current == null ? fonts.get(0) : current;
                if (c != ' ' && !font.has(c)) {
                    continue;
                }
            } else if (font == null) {
                font = fonts.get(0);
                drawn = MISSING;
            }
            if (current != font && piece.length() > 0) {
                runs.add(run(current, piece.toString(), size));
                piece.setLength(0);
            }
            current = font;
            piece.appendCodePoint(drawn);
        }
        if (piece.length() > 0) {
            runs.add(run(current, piece.toString(), size));
        }
        return runs;
    }

    private static Run run(FontFile font, String text, double size) {
        double width = text.codePoints().mapToDouble(c -> font.advance(c, size)).sum();
        return new Run(font, text, width);
    }
}
