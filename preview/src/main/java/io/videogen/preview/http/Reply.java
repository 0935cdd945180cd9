package io.videogen.preview.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * A reply.
 *
 * @param status HTTP status
 * @param headers by name, in any case
 * @param body what is sent
 * @param delivery how it is sent
 */
public record Reply(int status, Map<String, String> headers, ReplyBody body, Transmission delivery) {

    /** Copies the headers. */
    public Reply {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** Any text. */
    public static Reply text(int status, String contentType, String text) {
        return new Reply(
                status,
                Map.of("Content-Type", contentType),
                ReplyBody.of(text.getBytes(StandardCharsets.UTF_8)),
                Transmission.PLAIN);
    }

    /** JSON text, which need not be well formed. */
    public static Reply json(int status, String json) {
        return text(status, "application/json; charset=utf-8", json);
    }

    /** A redirect without a body. */
    public static Reply redirect(int status, String location) {
        return text(status, "text/plain", "").header("Location", location);
    }

    /** With one more header, or another value of it. */
    public Reply header(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Reply(status, more, body, delivery);
    }

    /** With another body. */
    public Reply withBody(ReplyBody other) {
        return new Reply(status, headers, other, delivery);
    }

    /** Sent in another way. */
    public Reply delivered(Transmission other) {
        return new Reply(status, headers, body, other);
    }

    /** The same reply, compressed. */
    public Reply gzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            body.writeTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withBody(ReplyBody.of(bytes.toByteArray())).header("Content-Encoding", "gzip");
    }
}
