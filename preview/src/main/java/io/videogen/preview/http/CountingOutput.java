package io.videogen.preview.http;

import java.io.OutputStream;

/** Counts and forgets. */
final class CountingOutput extends OutputStream {
    private long count;

    long count() {
        return count;
    }

    @Override
    public void write(int b) {
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        count += length;
    }
}
