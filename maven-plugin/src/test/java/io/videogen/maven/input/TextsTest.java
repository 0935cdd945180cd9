package io.videogen.maven.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @Test
    void blankTextIsUnsetWhateverItsType() {
        assertThat(Texts.set("  ")).isEmpty();
        assertThat(Texts.flag("frozen", "")).isEmpty();
        assertThat(Texts.integer("concurrency", " ")).isEmpty();
        assertThat(Texts.decimal("maxNewSeconds", "")).isEmpty();
    }

    @Test
    void valuesAreReadWithoutBlanksAroundThem() {
        assertThat(Texts.flag("frozen", " TRUE ")).contains(true);
        assertThat(Texts.integer("concurrency", " 8 ")).contains(8);
        assertThat(Texts.decimal("maxNewSeconds", "12.5")).contains(new BigDecimal("12.5"));
    }

    @Test
    void aNameThatTheLocaleCanNotHoldIsToldAsThat() {
        InvalidPathException trouble = new InvalidPathException("猫.png", "Malformed input");

        assertThat(Texts.whyNoPath(trouble, StandardCharsets.US_ASCII)).contains("locale", "LC_ALL=C.UTF-8");
        assertThat(Texts.whyNoPath(trouble, StandardCharsets.UTF_8)).isEqualTo("Malformed input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "tru"})
    void aSwitchThatIsNeitherTrueNorFalseIsAnErrorAndNotFalse(String text) {
        assertThatThrownBy(() -> Texts.flag("frozen", text))
                .isInstanceOf(VideogenException.class)
                .hasMessage("The value of frozen is \"" + text + "\". It must be \"true\" or \"false\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"four", "4.5", "1e3", "99999999999999999999", "1e999999999"})
    void aNumberThatIsNoneIsAnErrorThatQuotesIt(String text) {
        assertThatThrownBy(() -> Texts.integer("concurrency", text))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("concurrency is \"" + text + "\"");
    }
}
