package io.videogen.core.text;

import java.util.Objects;

/**
 * Text as a server sent it: it prints as a placeholder, so that no message can hold it by accident. What is to be shown
 * of it goes through {@link ServerText}.
 */
public final class RawText {

    private final String text;

    public RawText(String text) {
        this.text = Objects.requireNonNull(text);
    }

    /** The text itself: to parse, to compare and to send back, never to show. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "(" + text.length() + " characters of a server)";
    }
}
