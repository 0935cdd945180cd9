package io.videogen.maven.input;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 30d}, or ISO-8601 such as {@code PT1H30M}. */
public final class DurationText {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,15})\\s*(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);
    private static final String RULE =
            "It must be a duration such as \"500ms\", \"30s\", \"5m\", \"1h\" or, in ISO-8601, \"PT1H30M\".";

    private DurationText() {}

    /** Reads a parameter; unset text gives nothing. A number without a unit is refused: nobody agrees on what it means. */
    public static Optional<Duration> parse(String field, String text) {
        Optional<String> value = Texts.set(text);
        return value.isPresent() ? Optional.of(read(field, value.get())) : Optional.empty();
    }

    private static Duration read(String field, String value) {
        Matcher matcher = SHORT.matcher(value);
        Duration duration;
        try {
            duration = matcher.matches()
                    ? Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)))
                    : Duration.parse(value);
        } catch (DateTimeException | ArithmeticException e) {
            throw Texts.invalid(field, value, RULE);
        }
        if (duration.isNegative()) {
            throw Texts.invalid(field, value, "A duration can not be negative.");
        }
        return duration;
    }
}
