package io.videogen.preview.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param origin of the server that it reached, such as {@code http://127.0.0.1:8788}
 * @param method in upper case
 * @param path as sent, not decoded
 * @param query as sent, empty if there was none
 * @param headers by lower-case name
 * @param body text of a JSON or other text body, cut after 1 MiB; empty for a form
 * @param fields of a form, or the members of a JSON object: strings as they are, other values as JSON text
 * @param files of a multipart form
 * @param time of arrival by the server's clock
 */
public record RecordedRequest(
        String origin,
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        String body,
        Map<String, String> fields,
        List<UploadedFile> files,
        Instant time) {

    /** First value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Path segments, percent-decoded; {@code /v1/videos/a%2Fb} has three. */
    public List<String> segments() {
        return Percent.segments(path);
    }

    /** A query parameter, decoded. */
    public Optional<String> parameter(String name) {
        return Percent.parameter(query, name);
    }

    static RecordedRequest of(String origin, String method, URI uri, Map<String, List<String>> headers, Instant time) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new RecordedRequest(origin, method, uri.getRawPath(), query, headers, "", Map.of(), List.of(), time);
    }

    RecordedRequest with(String text, Map<String, String> read, List<UploadedFile> uploads) {
        return new RecordedRequest(origin, method, path, query, headers, text, read, uploads, time);
    }
}
