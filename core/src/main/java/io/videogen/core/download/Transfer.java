package io.videogen.core.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;

/** Moves one body into a part file: bounded in size, cut when it stalls, digested on the way. */
final class Transfer {

    /** What a crash may cost of a long transfer. */
    private static final long CHECKPOINT_MILLIS = 5000;

    private static final long DRAIN_NANOS = 1_000_000_000L;

    private final PartFile part;
    private final long mostBytes;
    private final DownloadSettings settings;
    private final Clock clock;

    /** The body is longer than it may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Transfer(PartFile part, long mostBytes, DownloadSettings settings, Clock clock) {
        this.part = part;
        this.mostBytes = mostBytes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Appends the body to the part.
     *
     * @param digest takes up each byte that is appended
     * @throws IOException when the body broke off or stalled; what had arrived is in the part
     */
    void run(InputStream body, MessageDigest digest) throws IOException, InterruptedException {
        long idle = settings.idleLimit().toNanos();
        long checkpoint = clock.millis();
        try (BodyPump pump = new BodyPump(body)) {
            long since = System.nanoTime();
            long before = 0;
            boolean stalled = false;
            while (true) {
                ByteBuffer chunk = pump.poll(stalled ? DRAIN_NANOS : Math.max(1, idle / 8));
                long now = System.nanoTime();
                if (chunk == null && stalled || chunk != null && pump.isEnd(chunk)) {
                    break;
                }
                if (pump.received() - before >= settings.leastProgress()) {
                    before = pump.received();
                    since = now;
                } else if (now - since > idle && !stalled) {
                    stalled = true;
                    pump.breakOff(); // what it holds comes before its end
                }
                if (chunk == null) {
                    continue;
                }
                take(chunk, digest);
                pump.giveBack(chunk);
                if (clock.millis() - checkpoint > CHECKPOINT_MILLIS) {
                    part.checkpoint();
                    checkpoint = clock.millis();
                }
                since += System.nanoTime() - now; // a slow disk is not a slow server
            }
            if (stalled) {
                throw new IOException("fewer than " + settings.leastProgress() + " bytes arrived within "
                        + text(settings.idleLimit()));
            }
            if (pump.failure() != null) {
                throw pump.failure();
            }
        }
    }

    private void take(ByteBuffer chunk, MessageDigest digest) throws TooLargeException, InterruptedException {
        if (part.length() + chunk.remaining() > mostBytes) {
            throw new TooLargeException();
        }
        digest.update(chunk.array(), chunk.position(), chunk.remaining());
        part.append(chunk.array(), chunk.position(), chunk.remaining());
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
