/**
 * Draws titles, captions and marks as pictures with transparency: text is set by {@code io.videogen.drawing.text}, glyphs
 * are outlines that FontBox reads, and they are filled here. Neither Java2D (which dies where libfontconfig is missing, and
 * in a Maven on macOS opens a window) nor FFmpeg's drawtext (which has no second font for what the first lacks, and crashes
 * with some) can do that everywhere.
 */
package io.videogen.film.draw;
