package io.videogen.core.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Header of an ISO base media box.
 *
 * @param type four letters
 * @param header bytes of the header: 8, or 16 with a 64-bit size
 * @param size bytes of the whole box as claimed, the header included; not yet compared with what is there
 */
record Box(String type, int header, long size) {

    static final int LONGEST_HEADER = 16;

    /**
     * Reads the header at the buffer's start.
     *
     * @param available bytes from here to the end of what encloses the box: the size of one that runs to the end
     * @return null when the header itself is cut
     */
    static Box read(ByteBuffer bytes, long available) {
        int start = bytes.position();
        if (bytes.remaining() < 8) {
            return null;
        }
        long size = Integer.toUnsignedLong(bytes.getInt(start));
        String type = letters(bytes, start + 4);
        if (size == 1) {
            return bytes.remaining() < 16 ? null : new Box(type, 16, bytes.getLong(start + 8));
        }
        return new Box(type, 8, size == 0 ? available : size);
    }

    /** Four letters that name something. */
    static String letters(ByteBuffer bytes, int at) {
        byte[] letters = new byte[4];
        bytes.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** Whether this can be a box at all: a size that covers its header, a type of printable letters. */
    boolean isPlausible() {
        return size >= header && type.chars().allMatch(letter -> letter >= 0x20 && letter != 0x7F);
    }
}
