package io.videogen.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.Consumer;
import okhttp3.Call;

/** A body that can be broken off from outside: reading a socket does not notice an interrupt by itself. */
final class WatchedInputStream extends InputStream implements Watch.Wait {

    private final InputStream in;
    private final Call call;
    private final Consumer<WatchedInputStream> onClose;
    private volatile Thread reader;

    WatchedInputStream(InputStream in, Call call, Consumer<WatchedInputStream> onClose) {
        this.in = in;
        this.call = call;
        this.onClose = onClose;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        reader = Thread.currentThread();
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                InterruptedIOException interrupted = new InterruptedIOException("interrupted");
                interrupted.initCause(e);
                throw interrupted;
            }
            throw e;
        } finally {
            reader = null;
        }
    }

    @Override
    public Thread thread() {
        return reader;
    }

    /** A body may take its time; what is too slow, its reader judges. */
    @Override
    public boolean isLate() {
        return false;
    }

    @Override
    public void breakOff() {
        call.cancel();
    }

    /** Cancelled first: closing alone would read the rest of the body to keep the connection. */
    @Override
    public void close() {
        call.cancel();
        try {
            in.close();
        } catch (IOException e) {
            // Nothing depends on the end of a transfer that is not wanted any more.
        }
        onClose.accept(this);
    }
}
