package io.videogen.core.advice;

import java.util.IllegalFormatException;
import java.util.Locale;

/**
 * What the library says: a text, and the values in it. The text stands where the trouble is seen, in English, and is at
 * the same time the key of its translations: {@code Message.properties} beside this class lists all texts, and a copy of
 * it named for a language, such as {@code Message_de.properties}, is used where that is the JVM's. Keys of their own were
 * thought of: who reads the code would then have to look up what it says.
 */
public final class Message {

    private Message() {}

    /**
     * The words, in the language of this JVM.
     *
     * @param text one of the list, in the syntax of {@link java.util.Formatter}; a constant, which holds nothing of a
     *     server's. Without values it is said as it is: in the words of a front end, for instance
     * @param values what stands in it, in its order: anything that has a text, such as an {@link Advice}; a server's words
     *     as {@code Said}
     */
    public static String text(String text, Object... values) {
        String words = Translation.of(Message.class, text, text);
        if (values.length == 0) {
            return words;
        }
        try {
            return String.format(Locale.ROOT, words, values);
        } catch (IllegalFormatException e) {
            // A slip of a translator must not take away what the user has to know.
            return String.format(Locale.ROOT, text, values);
        }
    }
}
