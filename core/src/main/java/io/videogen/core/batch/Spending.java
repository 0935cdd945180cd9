package io.videogen.core.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What some jobs come to.
 *
 * @param jobs how many they are
 * @param seconds sum of their lengths times the clips of each
 * @param ofUnknownLength how many of them count nothing in that sum
 * @param told sums of what the API said that they cost, each in its own unit
 * @param cost sum of what the others cost by the user's prices; empty where no price is known
 * @param ofUnknownPrice how many of them count in no sum
 */
public record Spending(
        int jobs, BigDecimal seconds, int ofUnknownLength, List<Money> told, Optional<Money> cost, int ofUnknownPrice) {

    /** Of most builds. */
    private static final Spending NOTHING = new Spending(0, BigDecimal.ZERO, 0, List.of(), Optional.empty(), 0);

    static Spending of(Collection<NewJob> jobs) {
        if (jobs.isEmpty()) {
            return NOTHING;
        }
        List<BigDecimal> lengths =
                jobs.stream().flatMap(job -> job.seconds().stream()).toList();
        Map<String, Money> told = new LinkedHashMap<>();
        jobs.stream().flatMap(job -> job.told().stream()).forEach(sum -> told.merge(sum.unit(), sum, Money::plus));
        List<NewJob> others = jobs.stream().filter(job -> job.told().isEmpty()).toList();
        List<Money> costs = others.stream().flatMap(job -> job.cost().stream()).toList();
        return new Spending(
                jobs.size(),
                lengths.stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros(),
                jobs.size() - lengths.size(),
                List.copyOf(told.values()),
                costs.stream().reduce(Money::plus),
                others.size() - costs.size());
    }

    /** For example {@code 2 new jobs, 8 new seconds, about 0.80 USD}. */
    public String planned() {
        return count(jobs, "new job") + ", " + plural(seconds, "new second")
                + (ofUnknownLength > 0 ? " and " + count(ofUnknownLength, "job") + " of unknown length" : "")
                + cost.map(sum -> ", about " + sum + unknownPrices()).orElse("");
    }

    /** For example {@code 8 seconds bought for 0.80 USD}; {@code about} where the API did not tell. */
    public String bought() {
        String unknown = count(ofUnknownLength, "job") + " of unknown length";
        String what = ofUnknownLength == 0
                ? plural(seconds, "second")
                : seconds.signum() == 0 ? unknown : plural(seconds, "second") + " and " + unknown;
        List<String> sums = new ArrayList<>();
        told.forEach(sum -> sums.add(sum.toString()));
        cost.ifPresent(sum -> sums.add("about " + sum));
        return what + " bought" + (sums.isEmpty() ? "" : " for " + String.join(" and ", sums) + unknownPrices());
    }

    private String unknownPrices() {
        return ofUnknownPrice > 0 ? " and " + count(ofUnknownPrice, "job") + " of unknown price" : "";
    }

    private static String count(int number, String what) {
        return plural(BigDecimal.valueOf(number), what);
    }

    private static String plural(BigDecimal number, String what) {
        return number.toPlainString() + " " + what + (number.compareTo(BigDecimal.ONE) == 0 ? "" : "s");
    }
}
