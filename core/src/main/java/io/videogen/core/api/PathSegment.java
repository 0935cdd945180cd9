package io.videogen.core.api;

import java.nio.charset.StandardCharsets;

/** Escapes an id as one segment of a path, whatever it holds: {@code sora-2:task_1}, {@code a/b}, base64. */
final class PathSegment {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private PathSegment() {}

    static String escape(String id) {
        StringBuilder escaped = new StringBuilder(id.length() + 8);
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && PLAIN.indexOf(b) >= 0) {
                escaped.append((char) b);
            } else {
                escaped.append(String.format("%%%02X", b & 0xff));
            }
        }
        return escaped.toString();
    }
}
