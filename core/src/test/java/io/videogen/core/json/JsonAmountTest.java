package io.videogen.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonAmountTest {

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-99999999999", "1e999", "\"0.40\"", "true"})
    void what_is_no_amount_is_told_as_the_rest_of_a_broken_record_is(String text) throws IOException {
        JsonFields fields = fields(text);

        assertThatThrownBy(() -> fields.amount("cost")).isInstanceOf(IOException.class);
    }

    @Test
    void an_amount_keeps_its_digits() throws IOException {
        assertThat(fields("0.40").amount("cost")).isEqualTo(new BigDecimal("0.40"));
    }

    private static JsonFields fields(String cost) throws IOException {
        return JsonFields.parse(("{\"cost\":" + cost + "}").getBytes(StandardCharsets.UTF_8));
    }
}
