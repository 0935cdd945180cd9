package io.videogen.core.http;

import io.videogen.core.text.RawText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/** Reads how long a server asks to wait; absurd values are bounded, unreadable ones ignored. */
public final class RetryAfter {

    /** The longest wish that is believed. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /**
     * Reads {@code retry-after-ms} (milliseconds), else {@code Retry-After} (seconds, or an HTTP date).
     *
     * @param header gives the value of a header by its lower-case name
     * @param now against which a date is measured
     */
    public static Optional<Duration> of(Function<String, Optional<RawText>> header, Instant now) {
        Optional<Duration> exact = header.apply("retry-after-ms").flatMap(text -> number(text, 1));
        if (exact.isPresent()) {
            return exact;
        }
        return header.apply("retry-after").flatMap(text -> number(text, 1000).or(() -> date(text, now)));
    }

    /** A wait in milliseconds, such as {@code openai-poll-after-ms}. */
    public static Optional<Duration> millis(Optional<RawText> text) {
        return text.flatMap(value -> number(value, 1));
    }

    private static Optional<Duration> number(RawText text, int millisPerUnit) {
        String digits = text.reveal().strip();
        if (!digits.matches("\\d+(\\.\\d{1,9})?")) {
            return Optional.empty();
        }
        double millis = Double.parseDouble(digits) * millisPerUnit;
        return Optional.of(Duration.ofMillis((long) Math.min(millis, LONGEST.toMillis())));
    }

    private static Optional<Duration> date(RawText text, Instant now) {
        try {
            Instant until = ZonedDateTime.parse(text.reveal().strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
