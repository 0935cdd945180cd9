package io.videogen.core.advice;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts in the language of this JVM, from a properties file that is named for a class and lies beside it. */
final class Translation {

    private static final ResourceBundle.Control FILES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Translation() {}

    /** @param english for a language that has no file, or whose file lacks the key */
    static String of(Class<?> speaker, String key, String english) {
        try {
            ResourceBundle texts = ResourceBundle.getBundle(
                    speaker.getName(), Locale.getDefault(Locale.Category.DISPLAY), speaker.getClassLoader(), FILES);
            return texts.containsKey(key) ? texts.getString(key) : english;
        } catch (MissingResourceException e) {
            return english;
        }
    }
}
