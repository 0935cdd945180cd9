package io.videogen.maven;

import io.videogen.maven.input.DeclaredReference;

/** A {@code <reference>} of a video: a file or URL as its text, or {@code <file>} and {@code <role>}. */
public final class VideoReference {

    private String file;
    private String role;

    /** Maven calls this for a reference that is a text. */
    public void set(String text) {
        file = text;
    }

    DeclaredReference declared() {
        return new DeclaredReference(file, role);
    }

    @Override
    public String toString() {
        return "reference \"" + file + "\"";
    }
}
