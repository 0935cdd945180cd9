package io.videogen.maven;

import io.videogen.core.VideogenException;
import io.videogen.core.batch.Money;
import io.videogen.core.batch.Prices;
import io.videogen.maven.input.Texts;

/** A {@code <price>} of the POM: what a model costs. */
public final class Price {

    private String model;
    /** For each second of each clip, such as {@code 0.10 USD}. */
    private String perSecond;
    /** For each clip, such as {@code 0.40 USD}. */
    private String perVideo;

    /** The values without Maven's bean around them. */
    Prices.Price declared() {
        String name = Texts.set(model)
                .orElseThrow(() -> VideogenException.invalid(
                        "invalid_prices", "A <price> has no <model>. Name the model that it is the price of."));
        return new Prices.Price(
                name,
                Texts.set(perSecond).map(text -> Money.parse("perSecond", text)),
                Texts.set(perVideo).map(text -> Money.parse("perVideo", text)));
    }

    @Override
    public String toString() {
        return "price of \"" + model + "\"";
    }
}
