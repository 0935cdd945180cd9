package io.videogen.drawing.text;

import java.awt.geom.GeneralPath;
import java.io.IOException;

/**
 * Outlines of glyphs, of the fonts that text layout has chosen; a service of the module of glyphs. Not thread-safe.
 */
public interface Outlines {

    /** An outline and how many of its units are an em; y grows upwards. */
    record Outline(GeneralPath path, int unitsPerEm) {}

    /** @throws IOException if the font can not be read after all */
    Outline of(FontFile file, int codePoint) throws IOException;
}
