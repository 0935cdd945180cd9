package io.videogen.core.batch;

import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The most that one build may buy.
 *
 * @param maxNewJobs most jobs created
 * @param maxNewSeconds most seconds bought
 * @param maxCost most money spent
 */
public record SpendLimits(OptionalInt maxNewJobs, Optional<BigDecimal> maxNewSeconds, Optional<Money> maxCost) {

    /**
     * Why these jobs, and the sums they make with those before them, are too much; a sentence.
     *
     * @param cost sum in the unit of the limit
     */
    Optional<String> broken(Collection<NewJob> jobs, int newJobs, BigDecimal newSeconds, BigDecimal cost) {
        return tooManyJobs(newJobs)
                .or(() -> maxNewSeconds.flatMap(limit -> tooManySeconds(jobs, newSeconds, limit)))
                .or(() -> maxCost.flatMap(limit -> tooExpensive(jobs, cost, limit)));
    }

    private Optional<String> tooManyJobs(int newJobs) {
        return maxNewJobs.isPresent() && newJobs > maxNewJobs.getAsInt()
                ? Optional.of(
                        newJobs == 1
                                ? Message.text(
                                        "This build would create \"%s\" new job, and %s allows \"%s\".",
                                        newJobs, Setting.MAX_NEW_JOBS, maxNewJobs.getAsInt())
                                : Message.text(
                                        "This build would create \"%s\" new jobs, and %s allows \"%s\".",
                                        newJobs, Setting.MAX_NEW_JOBS, maxNewJobs.getAsInt()))
                : Optional.empty();
    }

    private static Optional<String> tooManySeconds(Collection<NewJob> jobs, BigDecimal newSeconds, BigDecimal limit) {
        Optional<String> endless = first(jobs, job -> job.seconds().isEmpty());
        if (endless.isPresent()) {
            return Optional.of(Message.text(
                    "%s is set, and the video \"%s\" has no seconds to count. Give it a length.",
                    Setting.MAX_NEW_SECONDS, endless.get()));
        }
        return newSeconds.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(Message.text(
                        "This build would buy \"%s\" new seconds, and %s allows \"%s\".",
                        plain(newSeconds), Setting.MAX_NEW_SECONDS, plain(limit)));
    }

    private static Optional<String> tooExpensive(Collection<NewJob> jobs, BigDecimal cost, Money limit) {
        Optional<String> priceless = first(jobs, job -> job.cost().isEmpty());
        if (priceless.isPresent()) {
            return Optional.of(Message.text(
                    "%s is set, and the price of the video \"%s\" is not known. Add its model to <prices>,"
                            + " and give it a length if that is priced by the second.",
                    Setting.MAX_COST, priceless.get()));
        }
        jobs.forEach(job -> job.cost().ifPresent(each -> each.requireUnit(limit.unit())));
        return cost.compareTo(limit.amount()) <= 0
                ? Optional.empty()
                : Optional.of(Message.text(
                        "This build would spend \"%s\", and %s allows \"%s\".",
                        new Money(cost, limit.unit()), Setting.MAX_COST, limit));
    }

    private static Optional<String> first(Collection<NewJob> jobs, Predicate<NewJob> which) {
        return jobs.stream().filter(which).map(NewJob::name).findFirst();
    }

    /** The limits, for a message. */
    @Override
    public String toString() {
        List<String> limits = new ArrayList<>();
        maxNewJobs.ifPresent(jobs -> limits.add(Setting.MAX_NEW_JOBS + " \"" + jobs + "\""));
        maxNewSeconds.ifPresent(seconds -> limits.add(Setting.MAX_NEW_SECONDS + " \"" + plain(seconds) + "\""));
        maxCost.ifPresent(cost -> limits.add(Setting.MAX_COST + " \"" + cost + "\""));
        return String.join(", ", limits);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
