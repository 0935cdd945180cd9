package io.videogen.core.batch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../x",
                "a/b",
                "a\\b",
                "CON",
                "nul.mp4",
                "com1",
                ".hidden",
                "-x",
                "a b",
                "a.",
                "\u00e4",
                "a\u0000b"
            })
    void refusesNamesThatAreNoSafeFileNamesAndQuotesThem(String name) {
        assertThatThrownBy(() -> NameRules.check(List.of(BatchFixture.task(name, "x"))))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("\"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "intro-1.2_final", "console", "9lives", "index"})
    void acceptsNamesThatAreSafeEverywhere(String name) {
        assertThatCode(() -> NameRules.check(List.of(BatchFixture.task(name, "x"))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesNamesThatDifferInCaseOnly() {
        assertThatThrownBy(() -> NameRules.check(List.of(BatchFixture.task("a", "x"), BatchFixture.task("A", "y"))))
                .hasMessageContaining("two videos");
    }

    @Test
    void refusesAVideoThatIsNamedLikeANumberedClipOfAnother() {
        assertThatThrownBy(
                        () -> NameRules.check(List.of(BatchFixture.clips("a", "x", 2), BatchFixture.task("a-2", "y"))))
                .hasMessageContaining("\"a-2\"")
                .hasMessageContaining("\"a\"");
    }
}
