package io.videogen.drawing.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Which characters an OpenType font has and how wide they are (tables cmap, hmtx, hhea, head). Java2D could tell, but dies
 * where libfontconfig is missing.
 */
public final class FontFile {
    private static final int TTC = 0x74746366;
    private static final int MAX_TABLE = 16 << 20;

    private final Path path;
    private final ByteBuffer cmap;
    private final ByteBuffer hmtx;
    private final int unitsPerEm;
    private final int longMetrics;
    private final Map<Integer, Integer> glyphs = new HashMap<>();

    private FontFile(Path path, ByteBuffer cmap, ByteBuffer hmtx, int unitsPerEm, int longMetrics) {
        this.path = path;
        this.cmap = cmap;
        this.hmtx = hmtx;
        this.unitsPerEm = unitsPerEm;
        this.longMetrics = longMetrics;
    }

    /**
     * Reads the first face of a font or collection.
     *
     * @throws IOException if it is no outline font with Unicode characters
     */
    public static FontFile open(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer start = read(file, 0, 16);
            int face = start.getInt(0) == TTC ? start.getInt(12) : 0;
            int count = read(file, face, 6).getShort(4) & 0xffff;
            ByteBuffer directory = read(file, face + 12, count * 16);
            Map<String, long[]> tables = new HashMap<>();
            for (int i = 0; i < count; i++) {
                byte[] tag = new byte[4];
                directory.get(i * 16, tag);
                tables.put(
                        new String(tag, StandardCharsets.ISO_8859_1),
                        new long[] {directory.getInt(i * 16 + 8) & 0xffffffffL, directory.getInt(i * 16 + 12)});
            }
            // A font of bitmaps alone, as most colour emoji fonts are, cannot be drawn at any size.
            if (!tables.containsKey("glyf") && !tables.containsKey("CFF ") && !tables.containsKey("CFF2")) {
                throw new IOException(path + " has no outlines");
            }
            ByteBuffer head = table(file, tables, "head");
            ByteBuffer hhea = table(file, tables, "hhea");
            return new FontFile(
                    path,
                    unicode(table(file, tables, "cmap")),
                    table(file, tables, "hmtx"),
                    Math.max(1, head.getShort(18) & 0xffff),
                    Math.max(1, hhea.getShort(34) & 0xffff));
        } catch (RuntimeException e) {
            throw new IOException(path + " is no font that can be read", e);
        }
    }

    private static ByteBuffer table(FileChannel file, Map<String, long[]> tables, String tag) throws IOException {
        long[] place = tables.get(tag);
        if (place == null || place[1] < 0 || place[1] > MAX_TABLE) {
            throw new IOException("font table " + tag + " is missing or too large");
        }
        return read(file, place[0], (int) place[1]);
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("font file is cut");
            }
        }
        return bytes.flip();
    }

    /** The largest Unicode subtable: format 12 before format 4. */
    private static ByteBuffer unicode(ByteBuffer cmap) throws IOException {
        ByteBuffer found = null;
        for (int i = 0; i < (cmap.getShort(2) & 0xffff); i++) {
            int platform = cmap.getShort(4 + i * 8);
            int encoding = cmap.getShort(6 + i * 8);
            int offset = cmap.getInt(8 + i * 8);
            int format = cmap.getShort(offset);
            boolean isUnicode = platform == 0 || platform == 3 && (encoding == 1 || encoding == 10);
            if (isUnicode && (format == 12 || format == 4 && found == null)) {
                found = cmap.slice(offset, cmap.limit() - offset);
            }
        }
        if (found == null) {
            throw new IOException("font has no Unicode characters");
        }
        return found;
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** Whether it has a glyph for a character. */
    public boolean has(int codePoint) {
        return glyph(codePoint) != 0;
    }

    /** Width of a character before shaping, at a size in pixels. */
    public double advance(int codePoint, double size) {
        int glyph = Math.min(glyph(codePoint), longMetrics - 1);
        int at = glyph * 4;
        return at + 2 > hmtx.limit() ? size / 2 : (hmtx.getShort(at) & 0xffff) * size / unitsPerEm;
    }

    /** Number of the glyph of a character, 0 if it has none. */
    public int glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, this::lookUp);
    }

    private int lookUp(int codePoint) {
        try {
            return cmap.getShort(0) == 12 ? glyph12(codePoint) : glyph4(codePoint);
        } catch (IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private int glyph12(int codePoint) {
        int low = 0;
        int high = cmap.getInt(12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = 16 + middle * 12;
            if (codePoint < cmap.getInt(at)) {
                high = middle - 1;
            } else if (codePoint > cmap.getInt(at + 4)) {
                low = middle + 1;
            } else {
                return cmap.getInt(at + 8) + codePoint - cmap.getInt(at);
            }
        }
        return 0;
    }

    private int glyph4(int codePoint) {
        int segments = (cmap.getShort(6) & 0xffff) / 2;
        for (int i = 0; i < segments && codePoint <= 0xffff; i++) {
            int end = cmap.getShort(14 + i * 2) & 0xffff;
            if (codePoint > end) {
                continue;
            }
            int start = cmap.getShort(16 + segments * 2 + i * 2) & 0xffff;
            if (codePoint < start) {
                return 0;
            }
            int delta = cmap.getShort(16 + segments * 4 + i * 2);
            int rangeAt = 16 + segments * 6 + i * 2;
            int range = cmap.getShort(rangeAt) & 0xffff;
            if (range == 0) {
                return codePoint + delta & 0xffff;
            }
            int glyph = cmap.getShort(rangeAt + range + (codePoint - start) * 2) & 0xffff;
            return glyph == 0 ? 0 : glyph + delta & 0xffff;
        }
        return 0;
    }
}
