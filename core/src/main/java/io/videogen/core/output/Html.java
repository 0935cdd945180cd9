package io.videogen.core.output;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text made safe for an HTML page. Prompts, error messages and an edited manifest are hostile input. */
final class Html {

    private Html() {}

    /** The template with the values in the place of its {@code %s}, each made safe for text and quoted attributes alike. */
    static String of(String template, Object... values) {
        Object[] safe = Stream.of(values).map(value -> escape(value.toString())).toArray();
        return String.format(Locale.ROOT, template, safe);
    }

    /** Characters that HTML forbids are dropped. */
    private static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '`' -> safe.append("&#96;");
                default -> {
                    boolean forbidden = c < 0x20 && c != '\n' && c != '\t'
                            || c >= 0x7f && c < 0xa0
                            || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                            || (c & 0xfffe) == 0xfffe;
                    if (!forbidden) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** Address of a file by its way from the page; whatever a name in it holds, it stays one path segment. */
    static String fileUrl(String path) {
        return Stream.of(path.split("/"))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "./", ""));
    }
}
