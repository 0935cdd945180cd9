/**
 * Sets text without Java2D, which dies where libfontconfig is missing: which fonts have the characters, where lines break,
 * in which order and form glyphs stand. What draws them is up to whoever asks.
 */
package io.videogen.drawing.text;
