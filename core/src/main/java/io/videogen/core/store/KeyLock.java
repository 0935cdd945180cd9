package io.videogen.core.store;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.FileTrouble;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to render one key, held until it is closed or the process dies. Any thread may close it; closing it twice
 * is harmless.
 */
public final class KeyLock implements AutoCloseable {

    private final String key;
    private final FileLock lock;
    private final Runnable onRelease;
    private final AtomicBoolean released = new AtomicBoolean();

    KeyLock(String key, FileLock lock, Runnable onRelease) {
        this.key = key;
        this.lock = lock;
        this.onRelease = onRelease;
    }

    public String key() {
        return key;
    }

    @Override
    public void close() {
        if (!released.compareAndSet(false, true)) {
            return;
        }
        try {
            lock.release();
        } catch (ClosedChannelException e) {
            // Then the lock is gone already, which is what was wanted.
            return;
        } catch (IOException e) {
            throw VideogenException.of(ErrorKind.STORAGE, "unlock_failed", e)
                    .says("The lock of \"%s\" could not be given back: %s.", key, FileTrouble.reason(e));
        } finally {
            onRelease.run();
        }
    }
}
