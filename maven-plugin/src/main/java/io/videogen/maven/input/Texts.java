package io.videogen.maven.input;

import io.videogen.core.VideogenException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the text of a parameter. Numbers and switches arrive as text on purpose: {@code -Dvideogen.frozen=} counts as
 * unset, and {@code -Dvideogen.frozen=yes} is an error, where Maven's own conversion would silently take it as false.
 */
public final class Texts {

    private static final int LONGEST_NUMBER = 20;

    private Texts() {}

    /** The text without blanks around it; blank or missing text counts as unset. */
    public static Optional<String> set(String text) {
        String value = text == null ? "" : text.strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** {@code true} or {@code false}. */
    public static Optional<Boolean> flag(String field, String text) {
        String value = set(text).orElse("");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw invalid(field, value, "It must be \"true\" or \"false\".");
        };
    }

    /** A whole number; its range is checked where it is used. */
    public static Optional<Integer> integer(String field, String text) {
        String value = set(text).orElse("");
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException e) {
            throw invalid(field, value, "It must be a whole number.");
        }
    }

    /** A number in plain notation, such as {@code 5.5}. */
    public static Optional<BigDecimal> decimal(String field, String text) {
        return set(text).map(value -> {
            if (value.length() > LONGEST_NUMBER || !value.matches("[+-]?\\d+(\\.\\d+)?")) {
                throw invalid(field, value, "It must be a number such as \"60\".");
            }
            return new BigDecimal(value);
        });
    }

    /** Why a text can not be the path of a file: the names of files are in the locale of the process. */
    static String whyNoPath(InvalidPathException trouble) {
        String locale = System.getProperty("sun.jnu.encoding", "UTF-8");
        return whyNoPath(trouble, Charset.isSupported(locale) ? Charset.forName(locale) : StandardCharsets.UTF_8);
    }

    static String whyNoPath(InvalidPathException trouble, Charset locale) {
        return locale.newEncoder().canEncode(trouble.getInput())
                ? trouble.getReason()
                : "the locale of this process can not hold it; set it to UTF-8 (LC_ALL=C.UTF-8)";
    }

    static VideogenException invalid(String field, String value, String rule) {
        return VideogenException.invalid(
                "invalid_" + field, "The value of " + field + " is \"" + value + "\". " + rule);
    }
}
