package io.videogen.core.download;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Content-Range} (RFC 9110, section 14.4).
 *
 * @param start first byte that the body holds; absent in a reply 416
 * @param end last byte that the body holds; absent in a reply 416
 * @param total length of the whole file, if the server knows it
 */
record ContentRange(OptionalLong start, OptionalLong end, OptionalLong total) {

    private static final Pattern FORM = Pattern.compile(
            "\\s*bytes\\s+(?:(\\d{1,18})-(\\d{1,18})|\\*)/(\\d{1,18}|\\*)\\s*", Pattern.CASE_INSENSITIVE);

    static Optional<ContentRange> parse(String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ContentRange range =
                new ContentRange(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
        return Optional.of(range).filter(parsed -> parsed.length().orElse(1) > 0);
    }

    /** Whether a body of that many bytes, if it is known, is the one that is announced. */
    boolean fits(OptionalLong length) {
        return length.isEmpty() || length().isEmpty() || length().equals(length);
    }

    /** How many bytes the body holds; absent in a reply 416. */
    OptionalLong length() {
        return start.isEmpty() ? OptionalLong.empty() : OptionalLong.of(end.getAsLong() - start.getAsLong() + 1);
    }

    private static OptionalLong number(String text) {
        return text == null || text.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
