package io.videogen.maven.input;

/** A {@code <reference>} as it was written; {@code null} or blank is unset. */
public record DeclaredReference(String file, String role) {}
