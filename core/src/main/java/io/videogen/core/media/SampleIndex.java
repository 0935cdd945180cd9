package io.videogen.core.media;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The end of the last sample that a movie box names, from its tables {@code stsz}, {@code stsc} and {@code stco} or
 * {@code co64} (ISO/IEC 14496-12, section 8.7). Finds a file that lost a piece although all its boxes look whole.
 */
final class SampleIndex {

    private SampleIndex() {}

    /**
     * @param movie content of the movie box
     * @return 0 when the box names no samples (fragmented) or its tables cannot be read
     */
    static long end(ByteBuffer movie) {
        long end = 0;
        try {
            for (ByteBuffer track : Boxes.children(movie, "trak")) {
                for (ByteBuffer media : Boxes.children(track, "mdia")) {
                    for (ByteBuffer information : Boxes.children(media, "minf")) {
                        for (ByteBuffer table : Boxes.children(information, "stbl")) {
                            end = Math.max(end, endOf(table));
                        }
                    }
                }
            }
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException | ArithmeticException e) {
            return 0; // tables that contradict themselves prove nothing about the file's length
        }
        return end;
    }

    private static long endOf(ByteBuffer table) {
        Map<String, ByteBuffer> boxes = new HashMap<>();
        Boxes.each(table, (type, content) -> boxes.putIfAbsent(type, content));
        boolean wide = boxes.containsKey("co64");
        ByteBuffer offsets = boxes.get(wide ? "co64" : "stco");
        ByteBuffer sizes = boxes.get("stsz");
        ByteBuffer runs = boxes.get("stsc");
        if (offsets == null || sizes == null || runs == null) {
            return 0;
        }
        int chunks = offsets.getInt(4);
        int samples = sizes.getInt(8);
        int run = 0;
        int sample = 0;
        long end = 0;
        for (int chunk = 0; chunk < chunks && sample < samples; chunk++) {
            while (run + 1 < runs.getInt(4) && runs.getInt(8 + 12 * (run + 1)) <= chunk + 1) {
                run++;
            }
            int count = Math.min(runs.getInt(12 + 12 * run), samples - sample);
            long bytes = bytes(sizes, sample, count);
            long offset = wide ? offsets.getLong(8 + 8 * chunk) : Integer.toUnsignedLong(offsets.getInt(8 + 4 * chunk));
            end = Math.max(end, Math.addExact(offset, bytes));
            sample += Math.max(0, count);
        }
        return end;
    }

    private static long bytes(ByteBuffer sizes, int first, int count) {
        long common = Integer.toUnsignedLong(sizes.getInt(4));
        if (common != 0) {
            return common * Math.max(0, count);
        }
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Integer.toUnsignedLong(sizes.getInt(12 + 4 * (first + i)));
        }
        return sum;
    }
}
