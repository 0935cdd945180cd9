package io.videogen.glyphs;

import io.videogen.drawing.text.FontFile;
import io.videogen.drawing.text.Outlines;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** As fontbox reads them. */
public final class FontboxOutlines implements Outlines {

    private static final byte[] COLLECTION = {'t', 't', 'c', 'f'};

    private final Map<Path, TrueTypeFont> fonts = new HashMap<>();

    @Override
    public Outline of(FontFile file, int codePoint) throws IOException {
        try {
            TrueTypeFont font = font(file.path());
            return new Outline(path(font, file.glyph(codePoint)), font.getUnitsPerEm());
        } catch (RuntimeException e) {
            throw new IOException(file.path() + " has a broken glyph for " + Character.getName(codePoint), e);
        }
    }

    private static GeneralPath path(TrueTypeFont font, int glyph) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript() && open.isSupportedOTF()) {
            CFFFont outlines = open.getCFF().getFont();
            // CID fonts are asked by the number that the charset gives a glyph.
            int number = outlines instanceof CFFCIDFont ? outlines.getCharset().getCIDForGID(glyph) : glyph;
            return outlines.getType2CharString(number).getPath();
        }
        GlyphData data = font.getGlyph().getGlyph(glyph);
        return data == null ? new GeneralPath() : data.getPath();
    }

    private TrueTypeFont font(Path path) throws IOException {
        TrueTypeFont font = fonts.get(path);
        if (font == null) {
            font = open(path);
            fonts.put(path, font);
        }
        return font;
    }

    private static TrueTypeFont open(Path path) throws IOException {
        byte[] start = new byte[4];
        try (InputStream in = Files.newInputStream(path)) {
            in.readNBytes(start, 0, 4);
        }
        if (!Arrays.equals(start, COLLECTION)) {
            return new OTFParser(false).parse(new RandomAccessReadBufferedFile(path.toFile()));
        }
        try {
            new TrueTypeCollection(path.toFile()).processAllFonts(font -> {
                throw new FirstFace(font);
            });
        } catch (FirstFace first) {
            return first.font;
        }
        throw new IOException(path + " has no font in it");
    }

    /** Ends the reading of a collection, whose other faces take seconds: text layout measures with the first one too. */
    private static final class FirstFace extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient TrueTypeFont font;

        FirstFace(TrueTypeFont font) {
            this.font = font;
        }
    }
}
