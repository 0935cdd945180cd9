package io.videogen.core.store;

import io.videogen.core.file.ForeignFileException;
import io.videogen.core.file.OwnFiles;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * Files that are whole or absent, whatever happens in between. Interrupting the thread does not stop a write: what an
 * interrupted build has just learnt (the id of a paid job) must still reach the disk, and a channel would be closed by
 * the interrupt.
 */
public final class DurableFiles {

    static final String TEMPORARY = ".tmp";

    /** More than any record has: the longest prompts have some kilobytes. */
    private static final int LARGEST = 16 << 20;

    private DurableFiles() {}

    /** Replaces a file as a whole; when this returns, the new content survives a loss of power. */
    public static void write(Path file, byte[] content) throws IOException {
        replace(file, content, true);
        syncDirectory(file.getParent());
    }

    /** Replaces a file as a whole; a loss of power may bring back the old content, but nothing else. */
    static void writeOrKeep(Path file, byte[] content) throws IOException {
        replace(file, content, true);
    }

    /** Replaces a file as a whole; a loss of power may bring back the old content, or leave the file empty. */
    public static void writeLoosely(Path file, byte[] content) throws IOException {
        replace(file, content, false);
    }

    /**
     * Creates missing folders, for this user alone, so that they survive a loss of power. An existing folder may be a
     * symbolic link.
     */
    public static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        OwnFiles.createFolder(directory);
        if (parent != null) {
            syncDirectory(parent);
        }
    }

    /** Waits until the content of a file is on the disk. */
    public static void syncFile(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.getFD().sync();
        }
    }

    /** Waits until the names in a folder are on the disk. Where folders cannot be opened (Windows) it does nothing. */
    public static void syncDirectory(Path directory) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted();
                try {
                    force(directory);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void force(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    /**
     * Reads a small file.
     *
     * @throws NoSuchFileException if it is certain that there is none; a folder that may not be looked into is another
     *     error
     * @throws ForeignFileException if it is none of our files
     */
    static byte[] read(Path file) throws IOException {
        return OwnFiles.read(file, LARGEST);
    }

    /** Whether there is such a name; an error, not an answer, if that cannot be told. */
    static boolean exists(Path path) throws IOException {
        try {
            OwnFiles.look(path);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Removes a folder and all in it, without following links; parts that vanish meanwhile are no error. */
    static void deleteTree(Path root) throws IOException {
        if (!exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
                if (error instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw error;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException error) throws IOException {
                if (error != null && !(error instanceof NoSuchFileException)) {
                    throw error;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void replace(Path file, byte[] content, boolean sync) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
        try {
            OwnFiles.createNew(temporary);
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(content);
                if (sync) {
                    out.getFD().sync();
                }
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }
}
