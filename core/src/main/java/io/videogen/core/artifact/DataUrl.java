package io.videogen.core.artifact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** An address that holds the bytes themselves (RFC 2397). */
public final class DataUrl {

    private static final String SCHEME = "data:";

    private final String url;
    private final int comma;

    private DataUrl(String url, int comma) {
        this.url = url;
        this.comma = comma;
    }

    public static boolean is(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The URL in parts; nothing if it is none. */
    public static Optional<DataUrl> parse(String url) {
        int comma = is(url) ? url.indexOf(',') : -1;
        return comma < 0 ? Optional.empty() : Optional.of(new DataUrl(url, comma));
    }

    /** The URL of some content. */
    public static String of(String mediaType, String base64) {
        return SCHEME + mediaType + ";base64," + base64;
    }

    /** As it is declared, in lower case; may be empty, and may lie. */
    public String mediaType() {
        return head().replaceAll(";.*", "");
    }

    public boolean isBase64() {
        return head().endsWith(";base64");
    }

    /** Length of the content as it is written. */
    public int length() {
        return url.length() - comma - 1;
    }

    /** @throws IllegalArgumentException if the content is malformed */
    public byte[] bytes() {
        byte[] bytes = percentDecoded();
        return isBase64() ? Base64.getMimeDecoder().decode(bytes) : bytes;
    }

    private String head() {
        return url.substring(SCHEME.length(), comma).toLowerCase(Locale.ROOT);
    }

    private byte[] percentDecoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length());
        for (int i = comma + 1; i < url.length(); i++) {
            char letter = url.charAt(i);
            if (letter == '%' && i + 2 < url.length()) {
                bytes.write(HexFormat.fromHexDigits(url, i + 1, i + 3));
                i += 2;
            } else {
                writeUtf8(letter, bytes);
            }
        }
        return bytes.toByteArray();
    }

    private static void writeUtf8(char letter, ByteArrayOutputStream bytes) {
        if (letter < 0x80) {
            bytes.write(letter);
        } else {
            bytes.writeBytes(String.valueOf(letter).getBytes(StandardCharsets.UTF_8));
        }
    }
}
