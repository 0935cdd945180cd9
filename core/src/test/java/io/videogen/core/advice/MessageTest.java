package io.videogen.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videogen.core.VideogenException;
import io.videogen.core.http.Endpoint;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Esperanto of these tests has two texts, of which one is broken. */
class MessageTest {

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @Test
    void an_error_is_told_in_the_language_of_the_jvm_with_its_values() {
        speak("eo");
        VideogenException error = insecure();
        assertThat(error).hasMessage("Uzu https:// aŭ allowInsecureHttp: \"http://far.example\" estas neĉifrita.");
        assertThat(error.values()).containsExactly("http://far.example", "allowInsecureHttp");
        assertThat(error.withJob("vid_1")).hasMessage(error.getMessage());
    }

    @Test
    void a_language_without_translations_is_english() {
        for (String language : new String[] {"en", "tlh"}) {
            speak(language);
            assertThat(insecure())
                    .hasMessage("The endpoint \"http://far.example\" would send the token unencrypted. Use https://, or"
                            + " set allowInsecureHttp if this network is trusted.");
        }
    }

    @Test
    void a_translation_that_can_not_be_filled_in_does_not_hide_the_trouble() {
        speak("eo");
        assertThat(catchThrowableOfType(VideogenException.class, () -> Endpoint.parse("gateway", false)))
                .hasMessageContaining("The endpoint \"gateway\" does not start with https://");
    }

    @Test
    void what_others_worded_is_left_alone() {
        assertThat(VideogenException.invalid("code", "100% of {0} %s %n")).hasMessage("100% of {0} %s %n");
        assertThat(Message.text("The name \"%s\" ends.", "50%s")).isEqualTo("The name \"50%s\" ends.");
    }

    private static VideogenException insecure() {
        return catchThrowableOfType(VideogenException.class, () -> Endpoint.parse("http://far.example", false));
    }

    private static void speak(String language) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));
    }
}
