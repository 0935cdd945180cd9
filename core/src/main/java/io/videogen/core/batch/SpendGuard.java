package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The limits on what a run may buy: checked over the whole batch before anything is sent, and taken from again at each
 * create, because what looked paid may turn out not to be (a damaged clip, a failed job of another build).
 */
final class SpendGuard {

    private static final int MOST_LISTED = 20;

    private final BatchSettings settings;
    private int jobs;
    private BigDecimal seconds = BigDecimal.ZERO;

    SpendGuard(BatchSettings settings) {
        this.settings = settings;
    }

    /** Why the batch as a whole may not be run. */
    Optional<VideogenException> check(List<Assessment> assessments) {
        List<Order> orders = assessments.stream()
                .filter(Assessment::isNew)
                .map(Assessment::order)
                .toList();
        BigDecimal cost = orders.stream().map(Order::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<String> broken = broken(orders, orders.size(), cost);
        return broken.map(
                limit -> error(limit + " Would have been created: " + list(orders) + ". Nothing was created."));
    }

    /**
     * Takes one job from the budget, just before it is created.
     *
     * @throws VideogenException when the limits do not allow it
     */
    synchronized void take(Order order) {
        Optional<String> broken = broken(List.of(order), jobs + 1, seconds.add(order.cost()));
        if (broken.isPresent()) {
            throw error(broken.get() + " The video \"" + order.name()
                    + "\" needs a job that was not planned, and it was not created.");
        }
        jobs++;
        seconds = seconds.add(order.cost());
    }

    private Optional<String> broken(List<Order> orders, int newJobs, BigDecimal newSeconds) {
        if (orders.isEmpty()) {
            return Optional.empty();
        }
        if (settings.frozen()) {
            return Optional.of("The build is frozen (videogen.frozen), and a job would have to be created.");
        }
        if (settings.maxNewJobs().isPresent() && newJobs > settings.maxNewJobs().getAsInt()) {
            return Optional.of("This build would create \"" + newJobs + "\" new jobs, and videogen.maxNewJobs allows \""
                    + settings.maxNewJobs().getAsInt() + "\".");
        }
        if (settings.maxNewSeconds().isEmpty()) {
            return Optional.empty();
        }
        Optional<Order> endless = orders.stream()
                .filter(order -> order.request().seconds().isEmpty())
                .findFirst();
        if (endless.isPresent()) {
            return Optional.of("videogen.maxNewSeconds is set, and the video \""
                    + endless.get().name() + "\" has no seconds to count. Give it a length.");
        }
        BigDecimal limit = settings.maxNewSeconds().get();
        return newSeconds.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of("This build would buy \"" + plain(newSeconds)
                        + "\" new seconds, and videogen.maxNewSeconds allows \"" + plain(limit) + "\".");
    }

    private static String list(List<Order> orders) {
        String listed = orders.stream()
                .limit(MOST_LISTED)
                .map(order -> order.name()
                        + order.request().model().map(model -> " (" + model).orElse(" (no model")
                        + order.request()
                                .seconds()
                                .map(length -> ", " + length + " s")
                                .orElse("")
                        + (order.request().clips() > 1 ? " x " + order.request().clips() : "") + ")")
                .collect(Collectors.joining(", "));
        return orders.size() > MOST_LISTED ? listed + " and " + (orders.size() - MOST_LISTED) + " more" : listed;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static VideogenException error(String message) {
        return new VideogenException(ErrorKind.SPEND_GUARD, "spend_guard", message);
    }
}
