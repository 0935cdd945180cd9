package io.videogen.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PromptTextTest {

    private static final String TEXT = "A lantern on a pier.\n\nSlow pan:\n  left,\n  then up.";

    @Test
    void indentationOfAPomDoesNotCount() {
        assertThat(PromptText.normalise(TEXT)).isEqualTo(TEXT);
        assertThat(PromptText.normalise(
                        "A lantern on a pier.\n\n        Slow pan:\n          left,\n          then up."))
                .isEqualTo(TEXT);
        assertThat(PromptText.normalise("    A lantern on a pier.\n\n\tSlow pan:\n\t  left,\n\t  then up.\n  "))
                .isEqualTo(TEXT);
    }

    @Test
    void onlyTheIndentationThatAllLinesButTheFirstShareGoes() {
        assertThat(PromptText.normalise("One\n   two\n  three")).isEqualTo("One\n two\nthree");
        assertThat(PromptText.normalise("One\n\ttwo\n  three")).isEqualTo("One\n\ttwo\n  three");
    }

    @Test
    void lineEndsBlanksBeforeThemAndAByteOrderMarkDoNotCount() {
        assertThat(PromptText.normalise("\uFEFF\r\n " + TEXT.replace("\n", " \t\r\n") + "\r\n\r\n"))
                .isEqualTo(TEXT);
        assertThat(PromptText.normalise(TEXT.replace('\n', '\r'))).isEqualTo(TEXT);
    }

    @Test
    void wrappingCounts() {
        assertThat(PromptText.normalise("A lantern\non a pier.")).isEqualTo("A lantern\non a pier.");
    }

    @Test
    void aTextThatNobodyCanSeeIsNoPrompt() {
        assertThatThrownBy(
                        () -> VideoRequest.builder("\u00a0\u200b\u2060\u3000").build())
                .hasMessageContaining("The video has no prompt.");
        assertThat(VideoRequest.builder("\u00a0\ud83d\udc08").build().prompt()).isEqualTo("\u00a0\ud83d\udc08");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(PromptText.normalise("\uFEFF \n")).isEmpty();
        assertThat(PromptText.normalise("")).isEmpty();
    }
}
