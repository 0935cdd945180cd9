package io.videogen.film.captions;

import java.time.Duration;

/**
 * A text and when it is seen.
 *
 * @param from since the film's beginning
 * @param to after {@code from}
 * @param text plain, with line breaks
 */
public record Cue(Duration from, Duration to, String text) {}
