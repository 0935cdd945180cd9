package io.videogen.core.http;

import java.util.concurrent.Semaphore;

/**
 * The right to have a large reply in memory, from a size on that only few replies have to its last use. A JVM holds as many as fit its heap:
 * a reply of {@link HttpTransport#MOST_REPLY_BYTES} takes several times as much while it is read and understood, and a
 * few kilobytes of gzip are enough to make one. Jobs that find no room wait, and none of them fails for it.
 */
public final class LargeTurn implements AutoCloseable {

    /** Smaller ones need no turn. */
    public static final int LARGE = 1 << 17;

    /** What one may take: bytes, text in pieces and in one, and an address made of it. */
    private static final long NEED = 192L << 20;

    private static final Semaphore TURNS =
            new Semaphore((int) Math.max(1, Runtime.getRuntime().maxMemory() / NEED), true);

    private boolean taken;

    /** Waits for a turn, unless it has been taken before; the next ones only after {@link #close()}. */
    public void take() throws InterruptedException {
        if (!taken) {
            TURNS.acquire();
            taken = true;
        }
    }

    @Override
    public void close() {
        if (taken) {
            taken = false;
            TURNS.release();
        }
    }
}
