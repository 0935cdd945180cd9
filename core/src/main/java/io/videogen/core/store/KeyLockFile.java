package io.videogen.core.store;

import io.videogen.core.VideogenException;
import io.videogen.core.file.OwnFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A file in which every key owns one byte that can be locked: any number of locks need one file descriptor, and a
 * holder that dies frees its locks.
 *
 * <p>On POSIX systems, closing any descriptor of a file gives up all locks that the process holds on it. Therefore the
 * channel is opened once per class realm and never closed, not even by the garbage collector when the realm goes.
 * Locks of other realms in this JVM are seen by the JDK's own table, which belongs to the JVM.
 *
 * <p>The byte's position is 62 bits of the key. Two keys that share them would exclude each other, which
 * costs a wait and nothing else.
 */
final class KeyLockFile {

    private static final Map<Path, KeyLockFile> OPEN = new ConcurrentHashMap<>();

    private final Path file;
    /** Empty while the lock is tried for. Holds the locks strongly: the JDK forgets one that is only dropped. */
    private final Map<String, Optional<KeyLock>> held = new ConcurrentHashMap<>();

    private final Object moving = new Object();
    private FileChannel channel;
    private Object identity;

    private KeyLockFile(Path file) {
        this.file = file;
    }

    /** The one lock file of an existing directory in this realm. */
    static KeyLockFile in(Path directory, String name) throws IOException {
        return OPEN.computeIfAbsent(directory.toRealPath().resolve(name), KeyLockFile::new);
    }

    /** Whether this realm holds the key. */
    boolean holds(String key) {
        return held.getOrDefault(key, Optional.empty()).isPresent();
    }

    /** @throws VideogenException if this folder knows no locks */
    Optional<KeyLock> tryLock(String key) throws IOException {
        if (held.putIfAbsent(key, Optional.empty()) != null) {
            return Optional.empty();
        }
        Optional<KeyLock> lock = Optional.empty();
        try {
            lock = acquire(key);
            return lock;
        } finally {
            if (lock.isPresent()) {
                held.put(key, lock);
            } else {
                held.remove(key);
            }
        }
    }

    /** Moves files of a key while no other thread, realm or process does; nothing if one holds the key's lock. */
    <T> Optional<T> exclusively(String key, Move<T> move) throws IOException {
        synchronized (moving) {
            if (holds(key)) {
                return Optional.of(move.run());
            }
            Optional<KeyLock> lock = tryLock(key);
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(move.run());
            } finally {
                lock.get().close();
            }
        }
    }

    /** Work on the files of one key. */
    @FunctionalInterface
    interface Move<T> {
        T run() throws IOException;
    }

    private Optional<KeyLock> acquire(String key) throws IOException {
        FileChannel open = channel();
        try {
            FileLock lock = open.tryLock(position(key), 1, false);
            return lock == null ? Optional.empty() : Optional.of(new KeyLock(key, lock, () -> held.remove(key)));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageErrors.noLocks(file, e);
        }
    }

    private static long position(String key) {
        return Long.parseUnsignedLong(key, 1, 17, 16) >>> 2;
    }

    /** The channel; a new one if somebody removed the file, since locks on a removed file exclude nobody. */
    private synchronized FileChannel channel() throws IOException {
        if (channel == null || !channel.isOpen() || !identity.equals(identity())) {
            OwnFiles.create(file);
            channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            pin(channel);
            identity = identity();
        }
        return channel;
    }

    private Object identity() throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            return key == null ? file : key;
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /**
     * Keeps a channel reachable as long as the JVM lives: the JDK's own timer holds it for three centuries. A static
     * field would not do, since it goes with its class realm.
     */
    private static void pin(FileChannel channel) {
        new CompletableFuture<FileChannel>().completeOnTimeout(channel, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
}
