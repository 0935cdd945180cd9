package io.videogen.film.draw;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a canvas as PNG (RFC 2083): ImageIO would load Java2D's native code. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte DEPTH = 8;
    private static final byte WITH_ALPHA = 6;

    private Png() {}

    static void write(Canvas canvas, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(SIGNATURE);
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            try (DataOutputStream fields = new DataOutputStream(head)) {
                fields.writeInt(canvas.width());
                fields.writeInt(canvas.height());
                fields.write(new byte[] {DEPTH, WITH_ALPHA, 0, 0, 0});
            }
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "IDAT", packed(canvas));
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static byte[] packed(Canvas canvas) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            int row = canvas.width() * 4;
            for (int y = 0; y < canvas.height(); y++) {
                out.write(0);
                out.write(canvas.pixels(), y * row, row);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
