package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Setting;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money or credits.
 *
 * @param unit as users write it, such as {@code USD}
 */
public record Money(BigDecimal amount, String unit) implements Comparable<Money> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?)\\s*([A-Za-z][A-Za-z_-]{0,19})");

    /** @param field name of the parameter, for the error */
    public static Money parse(String field, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw VideogenException.invalid("invalid_" + field)
                    .says(
                            "The value of %s is \"%s\". It must be an amount and its unit, such as \"0.10 USD\".",
                            field, text.strip());
        }
        return new Money(new BigDecimal(form.group(1)), form.group(2));
    }

    /** @throws VideogenException if the units differ */
    @Override
    public int compareTo(Money other) {
        requireUnit(other.unit);
        return amount.compareTo(other.amount);
    }

    Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), unit);
    }

    /** @throws VideogenException if the units differ, which nobody can add */
    Money plus(Money other) {
        requireUnit(other.unit);
        return new Money(amount.add(other.amount), unit);
    }

    void requireUnit(String other) {
        if (!unit.equals(other)) {
            throw VideogenException.invalid("two_units")
                    .says(
                            "Prices and %s are in \"%s\" and in \"%s\". Write all of them in one unit.",
                            Setting.MAX_COST, unit, other);
        }
    }

    /** For example {@code 0.40 USD}, with cents; what is no currency as it is, {@code 60 credits}. */
    @Override
    public String toString() {
        BigDecimal plain = amount.stripTrailingZeros();
        boolean cents = unit.matches("[A-Z]{3}") && plain.scale() < 2;
        return (cents ? plain.setScale(2) : plain).toPlainString() + " " + unit;
    }
}
