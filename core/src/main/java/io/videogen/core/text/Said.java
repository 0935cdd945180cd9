package io.videogen.core.text;

/**
 * What a server said, fit to be shown: on one line, bounded, without a token and without anything that a terminal or a
 * CI system acts on. Only {@link ServerText} makes it.
 */
public final class Said {

    /** No words. */
    public static final Said NOTHING = new Said("");

    private final String text;

    Said(String text) {
        this.text = text;
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Said said && said.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The words, to be put into a sentence. */
    @Override
    public String toString() {
        return text;
    }
}
