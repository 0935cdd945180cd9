package io.videogen.core.batch;

import io.videogen.core.advice.Message;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A job that is, or would be, created and paid.
 *
 * @param key content key of its request; equal requests of a build are one job
 * @param name the video that stands for it in messages
 * @param label name, model and length, for lists
 * @param seconds length times the clips of it; empty where no length is given
 * @param cost what it costs by the user's prices; empty where no price is known
 * @param told what the API says that it costs, which counts instead
 */
public record NewJob(
        String key,
        String name,
        String label,
        Optional<BigDecimal> seconds,
        Optional<Money> cost,
        Optional<Money> told) {

    static NewJob of(Order order, Prices prices) {
        Optional<BigDecimal> each = order.request().countedSeconds();
        int clips = order.request().clips();
        String label = order.name() + " ("
                + order.request().model().orElseGet(() -> Message.text("no model"))
                + each.map(length -> ", " + length.toPlainString() + " s").orElse("")
                + (clips > 1 ? " x " + clips : "") + ")";
        return new NewJob(
                order.contentKey(),
                order.name(),
                label,
                each.map(length -> length.multiply(BigDecimal.valueOf(clips))),
                prices.of(order.request()),
                Optional.empty());
    }

    /** The same job, with what the API told, if it did. */
    NewJob told(Optional<Money> amount) {
        return new NewJob(key, name, label, seconds, cost, amount);
    }
}
