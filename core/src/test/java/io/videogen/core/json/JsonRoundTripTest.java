package io.videogen.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writer and reader are two halves of one format: whatever type a field has, what is written is what is read. */
class JsonRoundTripTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "",
                " ",
                "null",
                "1.5",
                "{\"a\":1}",
                "a \"quote\" and a \\",
                "tab\t, line\r\n, end\u0000, \u001b[31m and \u007f",
                "\u2028\u2029\ufeff\ufffd",
                "猫 🐈 e\u0301"
            })
    void texts(String text) throws IOException {
        JsonFields read = read(json -> json.put("text", text)
                .put("optional", Optional.of(text))
                .show("shown", Optional.of(text))
                .texts("list", List.of(text, "", text))
                .put(text, "its name"));

        assertThat(read.text("text")).isEqualTo(text);
        assertThat(read.optionalText("optional")).contains(text);
        assertThat(read.optionalText("shown")).contains(text);
        assertThat(read.texts("list")).containsExactly(text, "", text);
        assertThat(read.text(text)).isEqualTo("its name");
        assertThat(read.texts()).isEqualTo(Map.of("text", text, "optional", text, "shown", text, text, "its name"));
    }

    /** No letter of any alphabet, but a server can send one. */
    @Test
    void halfOfALetterDoesNoHarm() throws IOException {
        assertThat(read(json -> json.put("text", "a\ud83d").put("next", "b")).text("next"))
                .isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1L << 53 | 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void wholeNumbers(long number) throws IOException {
        JsonFields read = read(json -> json.put("number", number)
                .put("optional", OptionalLong.of(number))
                .put("int", OptionalInt.of((int) number))
                .show("shown", OptionalLong.of(number))
                .show("shown int", OptionalInt.of((int) number)));

        assertThat(read.number("number")).isEqualTo(number);
        assertThat(read.optionalNumber("optional")).hasValue(number);
        assertThat(read.optionalInt("int")).hasValue((int) number);
        assertThat(read.optionalNumber("shown")).hasValue(number);
        assertThat(read.optionalInt("shown int")).hasValue((int) number);
        assertThat(read.amount("number")).isEqualTo(BigDecimal.valueOf(number));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 0.1, -5.5, 1e-7, 4.9e-324, 1e20, 1.7976931348623157e308})
    void decimals(double number) throws IOException {
        JsonFields read = read(json -> json.put("number", number)
                .put("optional", OptionalDouble.of(number))
                .show("shown", OptionalDouble.of(number)));

        assertThat(read.optionalDecimal("number")).hasValue(number);
        assertThat(read.optionalDecimal("optional")).hasValue(number);
        assertThat(read.optionalDecimal("shown")).hasValue(number);
    }

    /** JSON has no name for them, so they are none. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void whatIsNoNumberIsAbsent(double number) throws IOException {
        assertThat(read(json -> json.put("number", number)).optionalDecimal("number"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.10", "-0.40", "1E+3", "1E-7", "123456789012345678901234567890"})
    void amountsDigitForDigit(String amount) throws IOException {
        assertThat(read(json -> json.put("amount", new BigDecimal(amount))).amount("amount"))
                .isEqualTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void flags(boolean flag) throws IOException {
        JsonFields read = read(json -> json.put("flag", flag));

        assertThat(read.flag("flag")).isEqualTo(flag);
        assertThat(read.isSet("flag")).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-11-28T22:40:00Z",
                "2026-11-28T22:40:00.123456789Z",
                "9999-12-31T00:00:00Z"
            })
    void times(String text) throws IOException {
        Instant time = Instant.parse(text);
        JsonFields read = read(json -> json.put("time", time.toString()).put("optional", Optional.of(time)));

        assertThat(read.instant("time")).isEqualTo(time);
        assertThat(read.optionalInstant("optional")).contains(time);
    }

    @Test
    void objectsAndListsOfThem() throws IOException {
        JsonFields read =
                read(json -> json.object("object", it -> it.put("a", 1).object("inner", in -> {}))
                        .putJson("json", JsonRecord.text(it -> it.put("b", "x")))
                        .objects("list", List.of(1L, 2L), (it, id) -> it.put("id", id))
                        .objects("none", List.of(), (it, id) -> {})
                        .texts("no texts", List.of()));

        assertThat(read.optionalObject("object").orElseThrow().number("a")).isEqualTo(1);
        assertThat(read.optionalObject("object").orElseThrow().optionalObject("inner"))
                .isPresent();
        assertThat(read.optionalObject("json").orElseThrow().text("b")).isEqualTo("x");
        assertThat(read.objects("list"))
                .extracting(object -> object.number("id"))
                .containsExactly(1L, 2L);
        assertThat(read.objects("none")).isEmpty();
        assertThat(read.texts("no texts")).isEmpty();
    }

    @Test
    void whatIsAbsentAndWhatIsNullAreBothNothing() throws IOException {
        Consumer<JsonRecord> fields = json -> json.put("left out", Optional.empty())
                .put("left out", OptionalInt.empty())
                .put("left out", OptionalLong.empty())
                .put("left out", OptionalDouble.empty())
                .show("text", Optional.empty())
                .show("int", OptionalInt.empty())
                .show("long", OptionalLong.empty())
                .show("double", OptionalDouble.empty())
                .putNull("null")
                .put("null text", (String) null)
                .texts("nulls", Arrays.asList(null, "a"));

        assertThat(JsonRecord.text(fields))
                .isEqualTo("{\"text\":null,\"int\":null,\"long\":null,\"double\":null,\"null\":null,\"null text\":null,"
                        + "\"nulls\":[null,\"a\"]}");
        JsonFields read = read(fields);
        for (String name : List.of("left out", "text", "int", "long", "double", "null", "null text", "unheard of")) {
            assertThat(read.optionalText(name)).isEmpty();
            assertThat(read.optionalNumber(name)).isEmpty();
            assertThat(read.optionalInt(name)).isEmpty();
            assertThat(read.optionalDecimal(name)).isEmpty();
            assertThat(read.optionalInstant(name)).isEmpty();
            assertThat(read.optionalObject(name)).isEmpty();
            assertThat(read.isSet(name)).isFalse();
            assertThat(read.texts(name)).isEmpty();
            assertThat(read.objects(name)).isEmpty();
            assertThatThrownBy(() -> read.text(name)).isInstanceOf(IOException.class);
        }
        assertThat(read.texts("nulls")).containsExactly("a");
    }

    /** Read from both forms, which must say the same. */
    private static JsonFields read(Consumer<JsonRecord> fields) throws IOException {
        String indented = JsonRecord.indented(fields);

        assertThat(indented).endsWith("}\n").doesNotContain("\r");
        assertThat(JsonRecord.text(fields)).doesNotContain("\n");
        assertThat(JsonFields.parse(indented))
                .usingRecursiveComparison()
                .isEqualTo(JsonFields.parse(JsonRecord.text(fields)));
        return JsonFields.parse(indented);
    }
}
