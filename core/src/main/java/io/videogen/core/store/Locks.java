package io.videogen.core.store;

import io.videogen.core.VideogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The locks of one cache directory, in sixteen files by the key's first digit: both the JDK and the system search all
 * locks of a file for each new one, which costs seconds for ten thousand in one file.
 */
final class Locks {

    private final CacheLayout layout;

    Locks(CacheLayout layout) {
        this.layout = layout;
    }

    /** @throws VideogenException if the folder cannot be written, or knows no locks */
    Optional<KeyLock> tryLock(String key) {
        CacheLayout.checked(key);
        try {
            return open(key).tryLock(key);
        } catch (IOException e) {
            throw StorageErrors.failed(layout.locks(), e, "lock");
        }
    }

    /** Whether this class realm holds the key. */
    boolean holds(String key) throws IOException {
        return Files.exists(layout.locks()) && open(key).holds(key);
    }

    /** Moves files of a key while nobody else does; nothing if another one is at work on the key. */
    <T> Optional<T> exclusively(String key, KeyLockFile.Move<T> move) throws IOException {
        return open(key).exclusively(key, move);
    }

    private KeyLockFile open(String key) throws IOException {
        return KeyLockFile.in(
                layout.create(layout.locks()), CacheLayout.checked(key).substring(0, 1));
    }
}
