package io.videogen.preview.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Refuses to take more than a bound. */
final class BoundedOutput extends FilterOutputStream {
    private final String what;
    private long left;

    BoundedOutput(OutputStream out, long bound, String what) {
        super(out);
        this.left = bound;
        this.what = what;
    }

    @Override
    public void write(int b) throws IOException {
        take(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        take(length);
        out.write(bytes, offset, length);
    }

    private void take(int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new UnreadableRequestException(413, what + " is too large");
        }
    }
}
