package io.videogen.core.output;

import io.videogen.core.download.Downloader;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names for files that grow beside their final place. The name tells the process that writes, so that what a crash left
 * behind is known from what another build is writing now. It starts with a dot, which no clip's name does.
 */
final class TemporaryFiles {

    private static final String PREFIX = ".videogen-";
    private static final String SUFFIX = ".tmp";
    private static final String OWNER = owner(ProcessHandle.current());
    private static final AtomicLong COUNTER = new AtomicLong();

    private TemporaryFiles() {}

    static Path in(Path directory) {
        return directory.resolve(PREFIX + OWNER + "-" + COUNTER.incrementAndGet() + SUFFIX);
    }

    /** Removes what processes that are gone have left. */
    static void sweep(Path directory) throws IOException {
        try (DirectoryStream<Path> strays =
                Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX + "{," + Downloader.NOTE_SUFFIX + "}")) {
            for (Path stray : strays) {
                if (!isAlive(stray.getFileName().toString())) {
                    Files.deleteIfExists(stray);
                }
            }
        }
    }

    static void moveInto(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is swept by the next run; the outcome of this one must not depend on it.
            file.toFile().deleteOnExit();
        }
    }

    /** Makes a folder, proves that it can be written, and removes what builds that died have left in it. */
    static void prepare(Path directory) throws IOException {
        Files.createDirectories(directory);
        sweep(directory);
        Path probe = in(directory);
        Files.createFile(probe);
        Files.delete(probe);
    }

    private static boolean isAlive(String fileName) {
        String[] parts = fileName.substring(PREFIX.length()).split("-", 3);
        try {
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process -> owner(process).equals(parts[0] + "-" + (parts.length > 1 ? parts[1] : "")))
                    .isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Process ids are used again, in containers at once; the start time tells processes of one id apart. */
    private static String owner(ProcessHandle process) {
        long start =
                process.info().startInstant().map(time -> time.toEpochMilli()).orElse(0L);
        return process.pid() + "-" + start;
    }
}
