/**
 * Letters as shapes: the bundled font, and what reads the outlines of any. Two megabytes, of which a build that draws
 * nothing knows nothing: who draws resolves this module, and finds it by its service and by the font's name.
 */
package io.videogen.glyphs;
