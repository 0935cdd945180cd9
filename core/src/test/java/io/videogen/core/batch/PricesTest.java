package io.videogen.core.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricesTest {

    @Test
    void aPriceCountsSecondsAndClips() {
        Prices prices = Prices.of(List.of(price("kling", "0.10 USD", null), price("sora-2", "0.1 USD", "0.05 USD")));

        assertThat(prices.of(request("kling", "4.5", 2))).hasToString("Optional[0.90 USD]");
        assertThat(prices.of(request("sora-2", "4", 1))).hasToString("Optional[0.45 USD]");
    }

    @Test
    void whatIsNotPricedOrHasNoLengthIsUnknown() {
        Prices prices = Prices.of(List.of(price("kling", "0.10 USD", null), price("vidu", null, "0.40 USD")));

        assertThat(prices.of(request("other", "4", 1))).isEmpty();
        assertThat(prices.of(request(null, "4", 1))).isEmpty();
        assertThat(prices.of(request("kling", null, 1))).isEmpty();
        assertThat(prices.of(request("vidu", null, 3))).hasToString("Optional[1.20 USD]");
    }

    @Test
    void oneUnitForAllAndEachModelOnce() {
        assertThatThrownBy(() -> Prices.of(List.of(price("a", "0.10 USD", null), price("b", "10 credits", null))))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("\"credits\"")
                .hasMessageContaining("\"USD\"");
        assertThatThrownBy(() -> Prices.of(List.of(price("a", "1 USD", null), price("a", "2 USD", null))))
                .hasMessageContaining("\"a\" has two prices");
        assertThatThrownBy(() -> price("a", null, null)).hasMessageContaining("perSecond");
        assertThatThrownBy(() -> Money.parse("maxCost", "$5"))
                .hasMessageContaining("\"$5\"")
                .hasMessageContaining("0.10 USD");
    }

    private static Prices.Price price(String model, String perSecond, String perVideo) {
        return new Prices.Price(
                model,
                Optional.ofNullable(perSecond).map(text -> Money.parse("perSecond", text)),
                Optional.ofNullable(perVideo).map(text -> Money.parse("perVideo", text)));
    }

    private static VideoRequest request(String model, String seconds, int n) {
        return VideoRequest.builder("cat")
                .model(model)
                .seconds(seconds)
                .set(VideoField.N, n)
                .build();
    }
}
