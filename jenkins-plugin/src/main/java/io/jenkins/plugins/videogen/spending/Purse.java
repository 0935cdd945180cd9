package io.jenkins.plugins.videogen.spending;

import hudson.AbortException;
import io.jenkins.plugins.videogen.Messages;
import io.videogen.core.batch.Money;
import io.videogen.core.batch.Prices;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What all builds of this Jenkins buy from, one after the other. A day is one of this machine's time zone. */
public final class Purse {
    /** One for all: each step asks for the settings anew, and no two may count at once. */
    private static final Object TURN = new Object();

    private final Prices prices;
    private final List<DayLimit> limits;
    private final Days days;
    private final Clock clock;

    /**
     * @param folder where the days are kept
     * @param clock with the time zone that days are of
     */
    public Purse(Prices prices, List<DayLimit> limits, Path folder, Clock clock) {
        this.prices = prices;
        this.limits = List.copyOf(limits);
        this.days = new Days(folder);
        this.clock = clock;
    }

    /** What one job of a request costs, by the administrator's prices; empty where none is known. */
    public Optional<Money> price(VideoRequest request) {
        return prices.of(request);
    }

    /**
     * Counts one job that is about to be bought.
     *
     * @param job full name of the Jenkins job that buys it
     * @throws AbortException if it is more than a day's limit allows; nothing is counted then
     */
    public void take(String job, VideoRequest request) throws IOException {
        Optional<Money> price = price(request);
        synchronized (TURN) {
            LocalDate today = LocalDate.now(clock);
            List<Purchase> bought = days.of(today);
            for (DayLimit limit : limits) {
                if (limit.isFor(job)) {
                    check(
                            limit,
                            bought.stream()
                                    .filter(each -> limit.isFor(each.job()))
                                    .toList(),
                            price);
                }
            }
            days.add(today, new Purchase(1, price, job));
        }
    }

    /**
     * Gives back one job that came to nothing.
     *
     * @param bought when it was counted
     */
    public void giveBack(String job, VideoRequest request, Instant bought) throws IOException {
        synchronized (TURN) {
            days.add(LocalDate.ofInstant(bought, clock.getZone()), new Purchase(-1, price(request), job));
        }
    }

    private static void check(DayLimit limit, List<Purchase> bought, Optional<Money> price) throws AbortException {
        String where = limit.folder().isEmpty() ? Messages.Purse_Jenkins() : Messages.Purse_Folder(limit.folder());
        int jobs = bought.stream().mapToInt(Purchase::jobs).sum();
        if (limit.maxNewJobs().filter(most -> jobs >= most).isPresent()) {
            throw new AbortException(
                    Messages.Purse_Jobs(where, limit.maxNewJobs().get(), jobs));
        }
        if (limit.maxCost().isEmpty()) {
            return;
        }
        Money most = limit.maxCost().get();
        if (price.filter(money -> money.unit().equals(most.unit())).isEmpty()) {
            throw new AbortException(Messages.Purse_NoPrice(where, most));
        }
        BigDecimal spent = bought.stream().map(each -> each.cost(most.unit())).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (spent.add(price.get().amount()).compareTo(most.amount()) > 0) {
            throw new AbortException(Messages.Purse_Cost(where, most, new Money(spent, most.unit()), price.get()));
        }
    }
}
