package io.videogen.preview.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes of a reply, written when the reply is sent. */
public interface ReplyBody {
    /** Length in bytes, or -1 where it is not known before: then the reply is chunked. */
    long length();

    /** Writes all bytes. */
    void writeTo(OutputStream out) throws IOException;

    /** Bytes in memory. */
    static ReplyBody of(byte[] bytes) {
        return of(bytes.length, out -> out.write(bytes));
    }

    /** A section of a file. */
    static ReplyBody file(Path file, long from, long length) {
        return of(length, out -> {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(from);
                byte[] buffer = new byte[1 << 16];
                for (long left = length; left > 0; ) {
                    int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                    if (read < 0) {
                        throw new IOException(file + " became shorter while it was sent");
                    }
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
        });
    }

    /** Head, then a block many times, then a tail: for bodies that are too large to hold. */
    static ReplyBody repeated(byte[] head, byte[] block, long times, byte[] tail) {
        return of(head.length + block.length * times + tail.length, out -> {
            out.write(head);
            for (long i = 0; i < times; i++) {
                out.write(block);
            }
            out.write(tail);
        });
    }

    /** The same bytes without saying how many. */
    default ReplyBody chunked() {
        return of(-1, this::writeTo);
    }

    private static ReplyBody of(long length, Content content) {
        return new ReplyBody() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                content.write(out);
            }
        };
    }

    /** Writes bytes. */
    @FunctionalInterface
    interface Content {
        /** Writes all of them. */
        void write(OutputStream out) throws IOException;
    }
}
