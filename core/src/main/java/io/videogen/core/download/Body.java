package io.videogen.core.download;

import io.videogen.core.advice.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A body in chunks, cut when it stalls or trickles. */
final class Body implements AutoCloseable {

    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final BodyPump pump;
    private final DownloadSettings settings;
    private ByteBuffer peeked;
    private ByteBuffer lent;
    private long waited;
    private long progress;
    private boolean stalled;

    /** @param announced bytes that it is to have, where that is told */
    Body(BodyPump.Opener opener, OptionalLong announced, DownloadSettings settings) {
        this.pump = new BodyPump(opener, announced);
        this.settings = settings;
    }

    /** The first bytes, up to so many; they are not taken. Before the first {@link #next} only. */
    byte[] head(int most) throws IOException, InterruptedException {
        peeked = next();
        if (peeked == null) {
            return new byte[0];
        }
        byte[] head = new byte[Math.min(most, peeked.remaining())];
        peeked.get(peeked.position(), head);
        return head;
    }

    /**
     * The next chunk, valid until the next call, or null at the end.
     *
     * @throws IOException when the body broke off or stalled; after the last chunk of what had arrived
     */
    ByteBuffer next() throws IOException, InterruptedException {
        if (peeked != null) {
            ByteBuffer chunk = peeked;
            peeked = null;
            return chunk;
        }
        if (lent != null) {
            pump.giveBack(lent);
            lent = null;
        }
        ByteBuffer chunk = await();
        if (chunk != null && !pump.isEnd(chunk)) {
            lent = chunk;
            return chunk;
        }
        if (stalled) {
            throw new IOException(Message.text(
                    "fewer than %s bytes arrived within %s", settings.leastProgress(), text(settings.idleLimit())));
        }
        if (pump.failure() != null) {
            throw pump.failure();
        }
        return null;
    }

    /** The start of a body that is expected to be short; what arrived before it broke off, if it did. */
    byte[] text(int most) throws InterruptedException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            for (ByteBuffer chunk = next(); chunk != null && text.size() < most; chunk = next()) {
                text.write(chunk.array(), chunk.position(), Math.min(chunk.remaining(), most - text.size()));
            }
        } catch (IOException e) {
            // It only explains a status that is known already.
        }
        return text.toByteArray();
    }

    @Override
    public void close() {
        pump.close();
    }

    /** Only time spent here counts: a slow disk is not a slow server. */
    private ByteBuffer await() throws InterruptedException {
        long idle = settings.idleLimit().toNanos();
        while (true) {
            long start = System.nanoTime();
            ByteBuffer chunk = pump.poll(stalled ? DRAIN_NANOS : Math.max(1, idle / 8));
            waited += System.nanoTime() - start;
            if (pump.received() - progress >= settings.leastProgress()) {
                progress = pump.received();
                waited = 0;
            }
            if (chunk != null || stalled) {
                return chunk;
            }
            if (waited > idle) {
                stalled = true;
                pump.breakOff(); // what it holds comes before its end
            }
        }
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
