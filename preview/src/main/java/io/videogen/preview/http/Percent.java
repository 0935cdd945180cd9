package io.videogen.preview.http;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Percent-encoding of path segments and query parameters. */
public final class Percent {
    private Percent() {}

    /** Encodes a text so that it is one path segment or one query value. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Decodes; a {@code %} that is not followed by two hexadecimal digits stays. */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (bytes[i] == '%' && low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static List<String> segments(String rawPath) {
        String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        return Arrays.stream(path.split("/", -1)).map(Percent::decode).toList();
    }

    static Optional<String> parameter(String rawQuery, String name) {
        return Arrays.stream(rawQuery.split("&"))
                .filter(pair -> decode(pair.split("=", 2)[0]).equals(name))
                .map(pair -> pair.contains("=") ? decode(pair.split("=", 2)[1].replace('+', ' ')) : "")
                .findFirst();
    }
}
