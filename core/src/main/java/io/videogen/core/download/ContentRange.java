package io.videogen.core.download;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Content-Range} (RFC 9110, section 14.4).
 *
 * @param start first byte that the body holds; absent in a reply 416
 * @param total length of the whole file, if the server knows it
 */
record ContentRange(OptionalLong start, OptionalLong total) {

    private static final Pattern FORM =
            Pattern.compile("\\s*bytes\\s+(?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)\\s*", Pattern.CASE_INSENSITIVE);

    static Optional<ContentRange> parse(String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String start = matcher.group(1);
        String total = matcher.group(2);
        return Optional.of(new ContentRange(
                start == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(start)),
                total.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(total))));
    }
}
