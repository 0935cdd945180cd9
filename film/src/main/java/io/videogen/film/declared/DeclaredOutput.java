package io.videogen.film.declared;

/**
 * An output as it is written.
 *
 * @param format {@code mp4}, {@code webm}, {@code gif} or {@code poster}
 * @param width in pixels
 * @param maxBytes such as {@code 5MB}
 * @param aspectRatio such as {@code 9:16}
 * @param fit {@code contain} or {@code cover}
 * @param at the moment that a poster shows
 */
public record DeclaredOutput(String format, String width, String maxBytes, String aspectRatio, String fit, String at) {}
