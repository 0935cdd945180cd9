package io.videogen.film.declared;

import io.videogen.core.VideogenException;
import io.videogen.film.model.Word;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a text stands in a description, so that an error names it: {@code film "launch", shot 3}. Reads such texts.
 *
 * @param name for people
 */
record Place(String name) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h)");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(|B|kB|KB|MB|GB|KiB|MiB|GiB)");

    /** The text without blanks around it; blank counts as unset. */
    static Optional<String> set(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** An error here. */
    VideogenException error(String code, String what) {
        return VideogenException.invalid(code, upperFirst(name) + ": " + what);
    }

    VideogenException invalid(String field, String value, String rule) {
        return error("invalid_" + field, "the value of " + field + " is \"" + value + "\". " + rule);
    }

    /** Seconds, or a duration with its unit. */
    Optional<Duration> time(String field, String text) {
        return set(text).map(value -> {
            Matcher unit = SHORT.matcher(value);
            try {
                if (NUMBER.matcher(value).matches()) {
                    return nanos(value, 1_000_000_000L);
                }
                return unit.matches() ? nanos(unit.group(1), nanosOf(unit.group(2))) : iso(field, value);
            } catch (ArithmeticException e) {
                throw invalid(field, value, "That is too long.");
            }
        });
    }

    private Duration iso(String field, String value) {
        try {
            Duration duration = Duration.parse(value);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw invalid(field, value, "Write seconds (\"2.5\") or a duration (\"500ms\", \"1m\").");
        }
        throw invalid(field, value, "A time can not be negative.");
    }

    private static Duration nanos(String number, long unit) {
        return Duration.ofNanos(new BigDecimal(number)
                .multiply(BigDecimal.valueOf(unit))
                .toBigInteger()
                .longValueExact());
    }

    private static long nanosOf(String unit) {
        return switch (unit) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }

    /** A length of time that is not nothing. */
    Optional<Duration> length(String field, String text) {
        Optional<Duration> length = time(field, text);
        if (length.filter(Duration::isZero).isPresent()) {
            throw invalid(field, text.strip(), "It must be more than nothing.");
        }
        return length;
    }

    Optional<Boolean> flag(String field, String text) {
        return set(text).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(field, value, "It must be \"true\" or \"false\".");
        });
    }

    Optional<Double> factor(String field, String text, double least, double most) {
        return set(text).map(value -> {
            double factor = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
            if (!(factor >= least && factor <= most)) {
                throw invalid(field, value, "It must be a number from " + least + " to " + most + ".");
            }
            return factor;
        });
    }

    /** Pixels, rounded to an even number. */
    Optional<Integer> pixels(String field, String text) {
        return set(text).map(value -> {
            int pixels = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
            if (pixels < 16 || pixels > 3840) {
                throw invalid(field, value, "It must be a whole number of pixels from 16 to 3840.");
            }
            return pixels + pixels % 2;
        });
    }

    Optional<Long> bytes(String field, String text) {
        return set(text).map(value -> {
            Matcher bytes = BYTES.matcher(value);
            if (!bytes.matches()) {
                throw invalid(field, value, "Write a size such as \"5MB\" or \"800kB\".");
            }
            return new BigDecimal(bytes.group(1))
                    .multiply(BigDecimal.valueOf(unit(bytes.group(2))))
                    .longValue();
        });
    }

    private static long unit(String unit) {
        return switch (unit) {
            case "kB", "KB" -> 1_000L;
            case "MB" -> 1_000_000L;
            case "GB" -> 1_000_000_000L;
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            default -> 1L;
        };
    }

    <W extends Enum<W> & Word> Optional<W> word(String field, String text, Class<W> words) {
        return set(text).map(value -> Arrays.stream(words.getEnumConstants())
                .filter(word -> word.word().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> invalid(field, value, oneOf(words))));
    }

    /** The choices, as a sentence. */
    static <W extends Enum<W> & Word> String oneOf(Class<W> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(Word::word)
                .collect(Collectors.joining(", ", "Use one of ", "."));
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
