package io.videogen.core.download;

import io.videogen.core.http.HttpStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The validator with which the rest of a file may be asked for: it must be a strong one (RFC 9110, section 13.1.5). */
final class Validator {

    private Validator() {}

    static Optional<String> strong(HttpStream reply) {
        Optional<String> tag = reply.header("etag").map(String::strip).filter(Validator::isStrongTag);
        return tag.isPresent() ? tag : date(reply);
    }

    /** Of printable ASCII alone: no request header could carry another one back. */
    private static boolean isStrongTag(String tag) {
        return tag.length() < 1024 && tag.matches("\"[\\x21-\\x7e&&[^\"]]+\"");
    }

    /** A date counts as strong when the file was at least a second old as it was sent (RFC 9110, section 8.8.2.2). */
    private static Optional<String> date(HttpStream reply) {
        Optional<Instant> modified = reply.header("last-modified").flatMap(Validator::instant);
        Optional<Instant> sent = reply.header("date").flatMap(Validator::instant);
        boolean strong = modified.isPresent()
                && sent.isPresent()
                && !sent.get().isBefore(modified.get().plusSeconds(1));
        return strong ? reply.header("last-modified").map(String::strip) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
