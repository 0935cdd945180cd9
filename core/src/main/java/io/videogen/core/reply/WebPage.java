package io.videogen.core.reply;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A page where JSON was expected: of a proxy, a login, or a front whose origin is away. Never the API's own word. */
public final class WebPage {

    /** A page says what it is about at its beginning. */
    private static final int MOST_BYTES = 4 << 10;

    private static final Pattern MARKUP = Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)|<[^>]*(>|$)");

    private WebPage() {}

    public static boolean is(byte[] body) {
        int start = 0;
        while (start < body.length && body[start] >= 0 && body[start] <= ' ') {
            start++;
        }
        return start < body.length && body[start] == '<';
    }

    /** What a reader of the page would see first; not yet fit to be shown. */
    public static String text(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.UTF_8);
        return MARKUP.matcher(text).replaceAll(" ").strip();
    }
}
