package io.jenkins.plugins.videogen.spending;

import io.videogen.core.batch.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a day: a job that was bought, or one that came to nothing and counts no more.
 *
 * @param jobs 1, or -1 for what is given back
 * @param job full name of the Jenkins job
 */
record Purchase(int jobs, Optional<Money> cost, String job) {
    private static final Pattern LINE =
            Pattern.compile("([+-])1 (?:-|(\\d{1,12}(?:\\.\\d{1,12})?) ([A-Za-z_-]+)) (.+)");

    /** Nothing for a line that a loss of power has cut: it was never relied on. */
    static Optional<Purchase> parse(String line) {
        Matcher form = LINE.matcher(line);
        return form.matches()
                ? Optional.of(new Purchase(
                        form.group(1).equals("+") ? 1 : -1,
                        Optional.ofNullable(form.group(2))
                                .map(amount -> new Money(new BigDecimal(amount), form.group(3))),
                        form.group(4)))
                : Optional.empty();
    }

    /** Its cost in a unit; what is in another one is not counted. */
    BigDecimal cost(String unit) {
        return cost.filter(money -> money.unit().equals(unit))
                .map(Money::amount)
                .orElse(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(jobs));
    }

    @Override
    public String toString() {
        return (jobs > 0 ? "+1 " : "-1 ")
                + cost.map(money -> money.amount().toPlainString() + " " + money.unit())
                        .orElse("-")
                + " " + job;
    }
}
