package io.videogen.drawing.text;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings right-to-left text into the order and the joined forms in which it is drawn: what draws them
 * knows glyphs and places alone. Forms are those of Unicode's Arabic Presentation Forms.
 */
final class RightToLeft {
    private static final int LAM = 0x644;
    /** Letters with four forms (isolated, final, initial, medial) and the first of them. */
    private static final Map<Integer, Integer> DUAL = pairs(
            0x626, 0xfe89, 0x628, 0xfe8f, 0x62a, 0xfe95, 0x62b, 0xfe99, 0x62c, 0xfe9d, 0x62d, 0xfea1, 0x62e, 0xfea5,
            0x633, 0xfeb1, 0x634, 0xfeb5, 0x635, 0xfeb9, 0x636, 0xfebd, 0x637, 0xfec1, 0x638, 0xfec5, 0x639, 0xfec9,
            0x63a, 0xfecd, 0x641, 0xfed1, 0x642, 0xfed5, 0x643, 0xfed9, LAM, 0xfedd, 0x645, 0xfee1, 0x646, 0xfee5,
            0x647, 0xfee9, 0x64a, 0xfef1, 0x679, 0xfb66, 0x67e, 0xfb56, 0x686, 0xfb7a, 0x6a9, 0xfb8e, 0x6af, 0xfb92,
            0x6be, 0xfbaa, 0x6c1, 0xfba6, 0x6cc, 0xfbfc);
    /** Letters with two forms (isolated, final): nothing joins after them. */
    private static final Map<Integer, Integer> RIGHT = pairs(
            0x622, 0xfe81, 0x623, 0xfe83, 0x624, 0xfe85, 0x625, 0xfe87, 0x627, 0xfe8d, 0x629, 0xfe93, 0x62f, 0xfea9,
            0x630, 0xfeab, 0x631, 0xfead, 0x632, 0xfeaf, 0x648, 0xfeed, 0x649, 0xfeef, 0x688, 0xfb88, 0x691, 0xfb8c,
            0x698, 0xfb8a, 0x6ba, 0xfb9e, 0x6d2, 0xfbae);
    /** Lam and one of these alefs become one letter (isolated, final). */
    private static final Map<Integer, Integer> LAM_ALEF =
            pairs(0x622, 0xfef5, 0x623, 0xfef7, 0x625, 0xfef9, 0x627, 0xfefb);

    private static final int TATWEEL = 0x640;
    private static final String OPENING = "([{<«‹";
    private static final String CLOSING = ")]}>»›";

    private RightToLeft() {}

    /**
     * @param text of one direction, in logical order
     * @param drawable whether a font has a character
     * @return from left to right
     */
    static String visual(String text, IntPredicate drawable) {
        String shaped = shape(text, drawable);
        StringBuilder visual = new StringBuilder(shaped.length());
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(shaped);
        // Whole letters are put in reverse order: marks stay behind their base.
        int to = letters.last();
        for (int from = letters.previous(); from != BreakIterator.DONE; from = letters.previous()) {
            visual.append(mirrored(shaped.substring(from, to)));
            to = from;
        }
        return visual.toString();
    }

    private static String mirrored(String letter) {
        int opening = OPENING.indexOf(letter);
        int closing = CLOSING.indexOf(letter);
        return opening >= 0
                ? CLOSING.substring(opening, opening + 1)
                : closing >= 0 ? OPENING.substring(closing, closing + 1) : letter;
    }

    private static String shape(String text, IntPredicate drawable) {
        int[] letters = text.codePoints().toArray();
        StringBuilder shaped = new StringBuilder(text.length());
        for (int i = 0; i < letters.length; i++) {
            boolean before = joinsOn(neighbour(letters, i, -1));
            int next = neighbour(letters, i, 1);
            Integer ligature = letters[i] == LAM && i + 1 < letters.length ? LAM_ALEF.get(letters[i + 1]) : null;
            if (ligature != null && drawable.test(ligature)) {
                shaped.appendCodePoint(ligature + (before ? 1 : 0));
                i++;
                continue;
            }
            boolean after = DUAL.containsKey(letters[i]) && joinsBack(next);
            Integer first = DUAL.getOrDefault(letters[i], RIGHT.get(letters[i]));
            int form = first == null ? letters[i] : first + (after ? 2 : 0) + (before ? 1 : 0);
            shaped.appendCodePoint(drawable.test(form) ? form : letters[i]);
        }
        return shaped.toString();
    }

    /** The next letter in a direction, over the marks that stand on letters; -1 at the end. */
    private static int neighbour(int[] letters, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < letters.length && Character.getType(letters[at]) == Character.NON_SPACING_MARK) {
            at += step;
        }
        return at >= 0 && at < letters.length ? letters[at] : -1;
    }

    private static boolean joinsOn(int letter) {
        return DUAL.containsKey(letter) || letter == TATWEEL;
    }

    private static boolean joinsBack(int letter) {
        return DUAL.containsKey(letter) || RIGHT.containsKey(letter) || letter == TATWEEL;
    }

    private static Map<Integer, Integer> pairs(int... flat) {
        return IntStream.range(0, flat.length / 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> flat[i * 2], i -> flat[i * 2 + 1]));
    }
}
