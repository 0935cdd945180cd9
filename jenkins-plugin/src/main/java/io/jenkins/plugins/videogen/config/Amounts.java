package io.jenkins.plugins.videogen.config;

import hudson.Util;
import io.jenkins.plugins.videogen.spending.DayLimit;
import io.videogen.core.VideogenException;
import io.videogen.core.batch.Money;
import java.util.Optional;

/** Reads what administrators write about money. */
final class Amounts {
    private Amounts() {}

    /** What is wrong with an amount such as {@code 5.00 USD}; nothing with none. */
    static Optional<String> problem(String field, String text) {
        try {
            Optional.ofNullable(Util.fixEmptyAndTrim(text)).ifPresent(amount -> Money.parse(field, amount));
            return Optional.empty();
        } catch (VideogenException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @throws VideogenException if the cost is no amount: then nothing is bought */
    static DayLimit limit(String folder, Integer maxNewJobsPerDay, String maxCostPerDay) {
        return new DayLimit(
                folder,
                Optional.ofNullable(maxNewJobsPerDay),
                Optional.ofNullable(maxCostPerDay).map(text -> Money.parse("maxCostPerDay", text)));
    }
}
