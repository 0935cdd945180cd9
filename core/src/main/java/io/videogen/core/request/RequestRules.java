package io.videogen.core.request;

import io.videogen.core.VideogenException;
import java.math.BigDecimal;

/** Checks that hold whatever the API: numbers that no provider could mean. */
final class RequestRules {

    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(3600);

    private RequestRules() {}

    static void checkSeconds(String seconds) {
        BigDecimal value;
        try {
            // Bounded before parsing: BigDecimal("1e999999999") is cheap to parse and ruinous to print.
            value = seconds.length() > 20 || seconds.indexOf('e') >= 0 || seconds.indexOf('E') >= 0
                    ? null
                    : new BigDecimal(seconds);
        } catch (NumberFormatException e) {
            value = null;
        }
        if (value == null || value.signum() <= 0 || value.compareTo(LONGEST_SECONDS) > 0) {
            throw VideogenException.invalid(
                    "invalid_seconds",
                    "The length \"" + seconds + "\" is not a number of seconds above 0 and up to 3600, such as \"4\".");
        }
    }

    static void checkRange(String field, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw VideogenException.invalid(
                    "invalid_" + field,
                    "The field \"" + field + "\" is \"" + value + "\". It must be from " + least + " to " + most + ".");
        }
    }
}
