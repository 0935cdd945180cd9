package io.jenkins.plugins.videogen.execution;

import hudson.model.Run;
import io.videogen.core.batch.Money;
import io.videogen.core.engine.RenderState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a build has bought, or may have.
 *
 * @param jobs how many jobs
 * @param seconds sum of the lengths asked for
 * @param ofUnknownLength how many of the jobs count nothing in that sum
 * @param costs what they cost, one amount for each unit, such as {@code 0.80 USD}: what the API says, else by the
 *     administrator's prices
 * @param ofUnknownCost how many of the jobs count nothing in these sums
 */
public record BuildSpending(int jobs, BigDecimal seconds, int ofUnknownLength, List<String> costs, int ofUnknownCost) {

    /** Nothing where the build has bought nothing. */
    public static Optional<BuildSpending> of(Run<?, ?> run) {
        BuildJobs record = run.getAction(BuildJobs.class);
        List<JobRecord> bought = record == null
                ? List.of()
                : record.others("", "").values().stream()
                        .filter(job -> job.submissions() > 0)
                        .toList();
        return bought.isEmpty() ? Optional.empty() : Optional.of(of(bought));
    }

    private static BuildSpending of(List<JobRecord> bought) {
        int jobs = 0;
        int ofUnknownLength = 0;
        int ofUnknownCost = 0;
        BigDecimal seconds = BigDecimal.ZERO;
        Map<String, BigDecimal> costs = new TreeMap<>();
        for (JobRecord job : bought) {
            BigDecimal times = BigDecimal.valueOf(job.submissions());
            jobs += job.submissions();
            if (job.seconds() == null) {
                ofUnknownLength += job.submissions();
            } else {
                seconds = seconds.add(new BigDecimal(job.seconds()).multiply(times));
            }
            Optional<Money> cost = cost(job);
            if (cost.isEmpty()) {
                ofUnknownCost += job.submissions();
            } else {
                costs.merge(cost.get().unit(), cost.get().amount().multiply(times), BigDecimal::add);
            }
        }
        return new BuildSpending(
                jobs,
                seconds.stripTrailingZeros(),
                ofUnknownLength,
                costs.entrySet().stream()
                        .map(sum -> sum.getValue().stripTrailingZeros().toPlainString() + " " + sum.getKey())
                        .toList(),
                ofUnknownCost);
    }

    private static Optional<Money> cost(JobRecord job) {
        return RenderState.fromJson(job.state())
                .cost()
                .map(told -> new Money(told.amount(), told.unit().toString()))
                .or(() -> Optional.ofNullable(job.price())
                        .map(price -> price.split(" ", 2))
                        .map(parts -> new Money(new BigDecimal(parts[0]), parts[1])));
    }
}
