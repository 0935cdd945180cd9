package io.videogen.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTextTest {

    @Test
    void an_object_is_kept_to_the_letter() {
        String text = "{\"scale\": 5.0, \"steps\":5,\n \"more\":{\"a\":[1,{\"b\":null}]}}";

        assertThat(JsonObjectText.parse("options", "  " + text + "\n").text()).isEqualTo(text);
    }

    @Test
    void a_mistake_is_reported_with_field_line_and_column() {
        assertThatExceptionOfType(VideogenException.class)
                .isThrownBy(() -> JsonObjectText.parse("metadata", "{\"a\": 1,\n \"b\" 2}"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT))
                .withMessageContainingAll("\"metadata\"", "line 2, column 6");
    }

    @Test
    void what_only_the_parser_could_be_told_is_not_advised() {
        assertThatExceptionOfType(VideogenException.class)
                .isThrownBy(() -> JsonObjectText.parse("options", "{\"a\": NaN}"))
                .withMessageContaining("'NaN'")
                .withMessageNotContaining("Feature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1]",
                "\"text\"",
                "5",
                "null",
                "{",
                "{\"a\":[1}",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{}x",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":{\"b\":1,\"b\":2}}"
            })
    void anything_but_one_whole_object_is_refused(String text) {
        assertThatExceptionOfType(VideogenException.class)
                .isThrownBy(() -> JsonObjectText.parse("options", text))
                .satisfies(e -> assertThat(e.code()).isEqualTo("malformed_json"));
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThatExceptionOfType(VideogenException.class)
                .isThrownBy(() -> JsonObjectText.parse("options", "{\"a\":".repeat(100_000)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("malformed_json"));
    }
}
