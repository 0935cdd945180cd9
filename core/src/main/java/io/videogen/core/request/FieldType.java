package io.videogen.core.request;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a field's value is: how it is read from what a user wrote, and how it counts for the key. */
public enum FieldType {
    /** {@link String}. */
    TEXT,
    /** {@link String}, a number of seconds; {@code 4} and {@code 4.0} are one length. */
    SECONDS,
    /** {@link Boolean}. */
    FLAG,
    /** {@link Integer}. */
    INTEGER,
    /** {@link Long}. */
    LONG,
    /** {@link JsonObjectText}. */
    JSON,
    /** {@link Reference}. */
    REFERENCE,
    /** List of {@link Reference}. */
    REFERENCES,
    /** List of {@link RoleReference}. */
    ROLE_REFERENCES;

    /** Whether a user writes it as one text. References are found on disk by the front end. */
    public boolean isText() {
        return this != REFERENCE && this != REFERENCES && this != ROLE_REFERENCES;
    }

    /**
     * The value in its own type, or nothing if it is unset, blank or empty.
     *
     * @param value text, or already of the type
     */
    Optional<Object> read(String field, Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(list));
        }
        if (!(value instanceof String written)) {
            return Optional.ofNullable(value);
        }
        String text = written.strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(parse(field, text));
    }

    private Object parse(String field, String text) {
        return switch (this) {
            case TEXT -> text;
            case SECONDS -> RequestRules.seconds(text);
            case FLAG -> flag(field, text);
            case INTEGER -> (int) number(field, text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> number(field, text, Long.MIN_VALUE, Long.MAX_VALUE);
            case JSON -> JsonObjectText.parse(field, text);
            case REFERENCE, REFERENCES, ROLE_REFERENCES ->
                throw new IllegalArgumentException("not a reference: " + field);
        };
    }

    private static boolean flag(String field, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(field, text, "It must be \"true\" or \"false\".");
        };
    }

    private static long number(String field, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw invalid(field, text, "It must be a whole number.");
    }

    private static VideogenException invalid(String field, String value, String rule, Object... values) {
        return VideogenException.invalid("invalid_" + field)
                .says("The value of %s is \"%s\". %s", field, value, Message.text(rule, values));
    }
}
