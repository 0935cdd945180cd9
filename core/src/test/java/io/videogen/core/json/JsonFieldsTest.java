package io.videogen.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that another version wrote, or somebody else. */
class JsonFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "\"a\"",
                "1",
                "null",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":[1",
                "{\"a\":{\"b\":1}",
                "{\"a\":tru}",
                "{a:1}",
                "{\"a\":1,}",
                "\u0000"
            })
    void what_is_no_whole_object_is_an_error_that_can_be_told(String text) {
        assertThatThrownBy(() -> JsonFields.parse(text)).isInstanceOf(IOException.class);
    }

    @Test
    void nesting_without_end_is_an_error_and_no_overflow() {
        assertThatThrownBy(() -> JsonFields.parse("{\"a\":".repeat(100_000))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> JsonFields.parse("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "[]", "{}", "[\"x\"]", "[null]"})
    void another_type_counts_as_absent(String value) throws IOException {
        JsonFields json = JsonFields.parse("{\"a\":" + value + ",\"b\":1}");

        assertThat(json.optionalText("a")).isEmpty();
        assertThat(json.optionalNumber("a")).isEmpty();
        assertThat(json.optionalInt("a")).isEmpty();
        assertThat(json.optionalDecimal("a")).isEmpty();
        assertThat(json.optionalInstant("a")).isEmpty();
        assertThat(json.optionalObject("b")).isEmpty();
        assertThat(json.objects("a")).isEmpty();
        assertThat(json.texts("b")).isEmpty();
        assertThat(json.isSet("b")).isFalse();
        assertThat(json.texts()).isEqualTo(Map.of());
        assertThatThrownBy(() -> json.text("a"))
                .isInstanceOf(IOException.class)
                .hasMessage("it has no \"a\" as it should be");
        assertThatThrownBy(() -> json.number("a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> json.amount("a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> json.instant("a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> json.flag("b")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1.5", "1e2", "1e99999999999", "-1e99999999999"})
    void a_number_that_is_no_whole_one_of_64_bits_is_none(String number) throws IOException {
        JsonFields json = JsonFields.parse("{\"a\":" + number + "}");

        assertThat(json.optionalNumber("a")).isEmpty();
        assertThat(json.optionalInt("a")).isEmpty();
        assertThat(json.optionalDecimal("a")).isPresent();
        assertThatThrownBy(() -> json.number("a")).isInstanceOf(IOException.class);
    }

    @Test
    void a_number_beyond_an_int_is_none() throws IOException {
        assertThat(JsonFields.parse("{\"a\":2147483648}").optionalInt("a")).isEmpty();
        assertThat(JsonFields.parse("{\"a\":-2147483648}").optionalInt("a")).hasValue(Integer.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-22",
                "1969-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T00:00:01Z"
            })
    void a_time_that_no_clip_can_have_is_an_error(String time) throws IOException {
        JsonFields json = JsonFields.parse("{\"a\":\"" + time + "\"}");

        assertThatThrownBy(() -> json.optionalInstant("a"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("\"a\" is no time");
    }

    @Test
    void the_last_of_one_name_counts_and_null_takes_it_away() throws IOException {
        assertThat(JsonFields.parse("{\"a\":\"x\",\"a\":\"y\"}").text("a")).isEqualTo("y");
        assertThat(JsonFields.parse("{\"a\":\"x\",\"a\":null}").optionalText("a"))
                .isEmpty();
    }

    @Test
    void in_a_list_what_is_of_another_type_is_left_out() throws IOException {
        JsonFields json = JsonFields.parse("{\"a\":[\"x\",null,1,{\"b\":\"y\"},[\"z\"]]}");

        assertThat(json.texts("a")).containsExactly("x");
        assertThat(json.objects("a")).hasSize(1).first().satisfies(item -> assertThat(item.text("b"))
                .isEqualTo("y"));
    }
}
