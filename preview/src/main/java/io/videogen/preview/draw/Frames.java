package io.videogen.preview.draw;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts over a pipe: four bytes of length, then UTF-8. */
public final class Frames {
    private static final int MAX = 16 << 20;

    private Frames() {}

    /** Writes one text. */
    public static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /**
     * Reads one text.
     *
     * @throws java.io.EOFException if the other side has ended
     */
    public static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX) {
            throw new IOException("a message of " + length + " bytes makes no sense");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
