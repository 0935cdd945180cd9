package io.videogen.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Text that a locale without it has damaged: it would be paid for as it is. */
class DamagedTextTest {

    /** As Java reads an argument in Chinese under LC_ALL=C. */
    private static final String DAMAGED =
            new String("\u4e00\u53ea\u732b".getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII);

    @Test
    void a_damaged_prompt_is_refused_and_the_message_says_locale() {
        assertThatThrownBy(() -> VideoRequest.builder(DAMAGED).build())
                .isInstanceOfSatisfying(VideogenException.class, error -> {
                    assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
                    assertThat(error).hasMessageContainingAll("\"prompt\"", "locale", "UTF-8");
                });
    }

    @Test
    void so_is_any_other_field_and_the_name_of_a_file() {
        assertThatThrownBy(() -> VideoRequest.builder("A cat")
                        .set(VideoField.USER, DAMAGED)
                        .build())
                .hasMessageContainingAll("\"user\"", "locale");
        assertThatThrownBy(() -> VideoRequest.builder("A cat")
                        .set(VideoField.OPTIONS, "{\"style\":\"" + DAMAGED + "\"}")
                        .build())
                .hasMessageContainingAll("\"options\"", "locale");
        assertThatThrownBy(() -> VideoRequest.builder("A cat")
                        .reference(new Reference.LocalFile(Path.of(DAMAGED + ".png")))
                        .build())
                .hasMessageContainingAll("\"inputReference\"", "locale");
    }

    @Test
    void whole_text_of_any_language_passes() {
        assertThat(VideoRequest.builder("\u4e00\u53ea\u732b").build().prompt()).isEqualTo("\u4e00\u53ea\u732b");
    }
}
