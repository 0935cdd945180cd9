package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void writesAMapOfThePipelineAsJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("style", new StringBuilder("film ").append("noir"));
        map.put("steps", List.of(1, 2.5, true));
        map.put("none", null);
        assertThat(JsonText.of("metadata", map))
                .isEqualTo("{\"style\":\"film noir\",\"steps\":[1,2.5,true],\"none\":null}");
    }

    @Test
    void keepsTextAsItIs() {
        assertThat(JsonText.of("metadata", " {\"a\": 5.0} ")).isEqualTo("{\"a\": 5.0}");
        assertThat(JsonText.of("metadata", " ")).isNull();
        assertThat(JsonText.of("metadata", null)).isNull();
    }

    @Test
    void namesThePlaceOfAValueThatIsNotJson() {
        assertThatThrownBy(() -> JsonText.of("options", Map.of("a", List.of(new Object()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("options.a[0]");
    }

    @Test
    void tellsLineAndColumnOfMalformedText() {
        assertThat(JsonText.problem("options", "{\n \"a\": }"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("line 2"));
        assertThat(JsonText.problem("options", "{}")).isEmpty();
        assertThat(JsonText.problem("options", null)).isEmpty();
    }
}
