package io.videogen.core.download;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The bytes inlined in a {@code data:} URL (RFC 2397). Its length is bounded by that of the reply it came in. */
final class DataUrl {

    private DataUrl() {}

    /** @return nothing when the URL is malformed */
    static Optional<byte[]> decode(URI uri) {
        String text = uri.getRawSchemeSpecificPart();
        int comma = text.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = percentDecoded(text, comma + 1);
            boolean base64 = text.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64");
            return Optional.of(base64 ? Base64.getMimeDecoder().decode(bytes) : bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] percentDecoded(String text, int from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() - from);
        for (int i = from; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '%' && i + 2 < text.length()) {
                bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
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
