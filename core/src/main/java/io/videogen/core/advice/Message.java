package io.videogen.core.advice;

import java.io.Serializable;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;

/**
 * What the library says: a text, and the values in it. The text stands where the trouble is seen, in English, and is at
 * the same time the key of its translations: {@code Message.properties} beside this class lists all texts, and a copy of
 * it named for a language, such as {@code Message_de.properties}, is used where that is the JVM's. Keys of their own were
 * thought of: who reads the code would then have to look up what it says.
 *
 * @param text one of the list, in the syntax of {@link java.util.Formatter}; a constant, which holds nothing of a server's
 * @param values what stands in it, in its order
 */
public record Message(String text, List<String> values) implements Serializable {

    /** @param values anything that has a text, such as another message or an {@link Advice}; a server's words as {@code Said} */
    public static Message of(String text, Object... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return new Message(text, List.of(texts));
    }

    /** The words at once, for what takes no message: a warning, a part of a sentence, an exception of the JDK. */
    public static String text(String text, Object... values) {
        return of(text, values).toString();
    }

    /** What was worded already: kept on disk, or told by another process. */
    public static Message verbatim(String words) {
        return of("%s", words);
    }

    /** In the language of this JVM. */
    @Override
    public String toString() {
        try {
            return String.format(Locale.ROOT, Translation.of(Message.class, text, text), values.toArray());
        } catch (IllegalFormatException e) {
            // A slip of a translator must not take away what the user has to know.
            return String.format(Locale.ROOT, text, values.toArray());
        }
    }
}
