package io.videogen.preview.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves a file with ETag, Range and If-Range (RFC 9110, sections 13 and 14). */
public final class FileReplies {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private FileReplies() {}

    /**
     * Whole, or the one range asked for; several ranges are answered by the whole file.
     *
     * @param etag strong entity tag without its quotes
     */
    public static Reply of(RecordedRequest request, Path file, String contentType, String etag) throws IOException {
        Reply whole = whole(file, contentType, etag);
        long size = whole.body().length();
        String tag = whole.headers().get("ETag");
        Optional<String> range = request.header("range");
        boolean fresh = request.header("if-range").map(tag::equals).orElse(true);
        Matcher matcher = RANGE.matcher(range.orElse(""));
        if (!fresh
                || !matcher.matches()
                || matcher.group(1).length() + matcher.group(2).length() == 0) {
            return whole;
        }
        long first;
        long last;
        try {
            boolean suffix = matcher.group(1).isEmpty();
            first = suffix ? Math.max(0, size - Long.parseLong(matcher.group(2))) : Long.parseLong(matcher.group(1));
            last = suffix || matcher.group(2).isEmpty()
                    ? size - 1
                    : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        } catch (NumberFormatException e) {
            return whole;
        }
        if (first > last) {
            return Reply.text(416, "text/plain", "range outside the file").header("Content-Range", "bytes */" + size);
        }
        return new Reply(206, whole.headers(), ReplyBody.file(file, first, last - first + 1), Transmission.PLAIN)
                .header("Content-Range", "bytes " + first + "-" + last + "/" + size);
    }

    /** The whole file, whatever range is asked for. */
    public static Reply whole(Path file, String contentType, String etag) throws IOException {
        return new Reply(
                200,
                Map.of("Content-Type", contentType, "ETag", '"' + etag + '"', "Accept-Ranges", "bytes"),
                ReplyBody.file(file, 0, Files.size(file)),
                Transmission.PLAIN);
    }
}
