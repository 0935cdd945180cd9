package io.videogen.core.download;

import io.videogen.core.media.MediaFormat;
import io.videogen.core.threads.DaemonThreads;
import io.videogen.core.threads.Errand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Reads a body on another thread into a ring of a few buffers, so that the network is read while the caller digests
 * and writes.
 */
final class BodyPump implements Runnable, AutoCloseable {

    static final int BUFFERS = 4;
    static final int BUFFER_BYTES = 256 << 10;

    /** Enough to see what a body is. */
    private static final int LEAST_CHUNK = MediaFormat.HEAD;

    private static final long HAND_OVER_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    /** Shared by all: of a hundred short clips a thread of its own for each was a good part of the work. */
    private static final Executor THREADS = DaemonThreads.cached("videogen-body");

    /** Opens the body; on the pump's thread, as it may read already. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    private final Opener body;
    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final ByteBuffer end = ByteBuffer.allocate(0);
    private final Errand reading;
    private final int bufferBytes;
    private int allocated;
    private volatile long received;
    private volatile IOException failure;

    /** @param announced bytes that the body is to have, where that is told: a short one needs no long buffer */
    BodyPump(Opener body, OptionalLong announced) {
        this.body = body;
        // One more, so that its end is met without another buffer.
        this.bufferBytes = (int) Math.min(BUFFER_BYTES, Math.max(LEAST_CHUNK, announced.orElse(BUFFER_BYTES)) + 1);
        this.reading = Errand.start(THREADS, this);
    }

    /** Bytes that have arrived so far, taken or not. */
    long received() {
        return received;
    }

    /** The next bytes, or null when none came in time; to be given back. */
    ByteBuffer poll(long nanos) throws InterruptedException {
        return full.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Whether this is no content but the mark after the last. */
    boolean isEnd(ByteBuffer chunk) {
        return chunk == end;
    }

    void giveBack(ByteBuffer chunk) {
        free.add(chunk.clear());
    }

    /** Why the body ended early, or null; known once the end was seen. */
    IOException failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            InputStream in = null;
            boolean more = true;
            while (more) {
                ByteBuffer buffer = nextFree();
                try {
                    in = in == null ? body.open() : in;
                    more = fill(in, buffer);
                } catch (IOException | RuntimeException e) {
                    failure = e instanceof IOException io ? io : new IOException(e);
                    more = false;
                }
                full.add(buffer.flip());
            }
            full.add(end);
        } catch (InterruptedException e) {
            // The caller has gone.
        }
    }

    /** Most clips' thumbnails and all errors fit into the first buffer: the others are made once they are needed. */
    private ByteBuffer nextFree() throws InterruptedException {
        ByteBuffer given = free.poll();
        if (given == null && allocated < BUFFERS) {
            allocated++;
            return ByteBuffer.allocate(bufferBytes);
        }
        return given == null ? free.take() : given;
    }

    /** Hands a slow body over about once a second, so that what has arrived can be kept. */
    private boolean fill(InputStream in, ByteBuffer buffer) throws IOException {
        long start = System.nanoTime();
        while (buffer.hasRemaining()) {
            int count = in.read(buffer.array(), buffer.position(), buffer.remaining());
            if (count < 0) {
                return false;
            }
            buffer.position(buffer.position() + count);
            received += count;
            if (buffer.position() >= LEAST_CHUNK && System.nanoTime() - start > HAND_OVER_NANOS) {
                return true;
            }
        }
        return true;
    }

    /** Ends a read that does not end by itself. */
    void breakOff() {
        reading.interrupt();
    }

    /** Stops reading; the body itself is closed by whoever opened it. */
    @Override
    public void close() {
        breakOff();
        try {
            reading.join(LONGEST_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
