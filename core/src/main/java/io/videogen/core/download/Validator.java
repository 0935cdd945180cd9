package io.videogen.core.download;

import io.videogen.core.http.HttpStream;
import io.videogen.core.text.RawText;
import io.videogen.core.text.ServerText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The validator with which the rest of a file may be asked for: it must be a strong one (RFC 9110, section 13.1.5). */
final class Validator {

    private static final int LONGEST_TAG = 1023;

    private Validator() {}

    /** @param words the gate: the validator is noted on disk, where what it takes away must not be either */
    static Optional<String> strong(HttpStream reply, ServerText words) {
        Optional<String> tag = reply.header("etag")
                .map(value -> value.reveal().strip())
                .filter(Validator::isStrongTag)
                .filter(value -> words.exactly(value, LONGEST_TAG).isPresent());
        return tag.isPresent() ? tag : date(reply);
    }

    /** Of printable ASCII alone: no request header could carry another one back. */
    private static boolean isStrongTag(String tag) {
        return tag.matches("\"[\\x21-\\x7e&&[^\"]]+\"");
    }

    /** A date counts as strong when the file was at least a second old as it was sent (RFC 9110, section 8.8.2.2). */
    static Optional<String> date(HttpStream reply) {
        Optional<Instant> modified = reply.header("last-modified").flatMap(Validator::instant);
        Optional<Instant> sent = reply.header("date").flatMap(Validator::instant);
        boolean strong = modified.isPresent()
                && sent.isPresent()
                && !sent.get().isBefore(modified.get().plusSeconds(1));
        return strong
                ? reply.header("last-modified").map(value -> value.reveal().strip())
                : Optional.empty();
    }

    private static Optional<Instant> instant(RawText text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.reveal().strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
