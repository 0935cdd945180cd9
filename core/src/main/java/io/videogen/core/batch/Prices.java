package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.request.VideoRequest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What models cost, as the user wrote it down; one unit for all. */
public final class Prices {

    public static final Prices NONE = new Prices(Map.of());

    private final Map<String, Price> byModel;

    private Prices(Map<String, Price> byModel) {
        this.byModel = byModel;
    }

    /**
     * The price of one model.
     *
     * @param perSecond for each second of each clip
     * @param perVideo for each clip
     */
    public record Price(String model, Optional<Money> perSecond, Optional<Money> perVideo) {

        public Price {
            if (perSecond.isEmpty() && perVideo.isEmpty()) {
                throw VideogenException.invalid("invalid_prices")
                        .says(
                                "The price of model \"%s\" names no amount. Write <perSecond>0.10 USD</perSecond> or"
                                        + " <perVideo>0.40 USD</perVideo>.",
                                model);
            }
        }
    }

    /** @throws VideogenException if a model has two prices, or units differ */
    public static Prices of(List<Price> prices) {
        Map<String, Price> byModel = new HashMap<>();
        Optional<String> unit = Optional.empty();
        for (Price price : prices) {
            if (byModel.put(price.model(), price) != null) {
                throw VideogenException.invalid("invalid_prices")
                        .says("The model \"%s\" has two prices. Keep one of them.", price.model());
            }
            for (Money money : List.of(price.perSecond(), price.perVideo()).stream()
                    .flatMap(Optional::stream)
                    .toList()) {
                unit.ifPresent(money::requireUnit);
                unit = Optional.of(money.unit());
            }
        }
        return new Prices(byModel);
    }

    /** Cost of one job of the request, all its clips counted; empty where the model's price or the length is unknown. */
    public Optional<Money> of(VideoRequest request) {
        if (byModel.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal clips = BigDecimal.valueOf(request.clips());
        return request.model().map(byModel::get).flatMap(price -> {
            Optional<Money> fixed = price.perVideo().map(each -> each.times(clips));
            if (price.perSecond().isEmpty()) {
                return fixed;
            }
            return request.countedSeconds()
                    .map(seconds -> price.perSecond().get().times(seconds.multiply(clips)))
                    .map(timed -> fixed.map(timed::plus).orElse(timed));
        });
    }
}
