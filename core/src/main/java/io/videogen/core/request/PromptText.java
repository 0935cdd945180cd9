package io.videogen.core.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a prompt without what an editor or a POM's indentation made of it, so that formatting buys nothing. Lines
 * stay as they were broken: re-wrapped, it is another text.
 */
final class PromptText {

    private static final String BOM = "\uFEFF";

    private PromptText() {}

    /**
     * Takes away a byte order mark, blank lines around the text, white space at line ends, all indentation of the first
     * line, and of the others what is common to them; line ends become LF. The first line is apart because Maven has
     * trimmed the text, and with it that line alone.
     */
    static String normalise(String text) {
        String whole = (text.startsWith(BOM) ? text.substring(BOM.length()) : text).strip();
        if (whole.indexOf('\n') < 0 && whole.indexOf('\r') < 0) {
            return whole;
        }
        List<String> lines = whole.lines().map(String::stripTrailing).toList();
        int indentation = common(lines.stream().skip(1)).map(String::length).orElse(0);
        return Stream.concat(
                        lines.stream().limit(1),
                        lines.stream().skip(1).map(line -> line.isEmpty() ? line : line.substring(indentation)))
                .collect(Collectors.joining("\n"));
    }

    /** Whether nobody could see it: Java's white space lacks the blanks that do not break and those without width. */
    static boolean isInvisible(String text) {
        return text.codePoints()
                .allMatch(point -> Character.isWhitespace(point)
                        || Character.isSpaceChar(point)
                        || Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT);
    }

    /** The white space that all lines with text begin with; tabs and blanks are told apart. */
    private static Optional<String> common(Stream<String> lines) {
        return lines.filter(line -> !line.isEmpty())
                .map(line ->
                        line.substring(0, line.length() - line.stripLeading().length()))
                .reduce((one, other) -> {
                    int end = 0;
                    while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
                        end++;
                    }
                    return one.substring(0, end);
                });
    }
}
