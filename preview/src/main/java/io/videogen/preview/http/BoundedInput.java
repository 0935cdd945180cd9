package io.videogen.preview.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to give more than a bound. */
final class BoundedInput extends FilterInputStream {
    private long left;

    BoundedInput(InputStream in, long bound) {
        super(in);
        this.left = bound;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        take(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        take(Math.max(read, 0));
        return read;
    }

    private void take(int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new UnreadableRequestException(413, "the request body is too large");
        }
    }
}
