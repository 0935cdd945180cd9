package io.videogen.core.store;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.file.FileTrouble;
import io.videogen.core.file.ForeignFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** The sentences for what a disk can do to us. */
final class StorageErrors {

    private StorageErrors() {}

    /** @param action what failed, as a verb with its object: {@code record the job "x"} */
    static VideogenException failed(Message action, Path path, IOException cause) {
        String reason = FileTrouble.reason(cause);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk full") || lower.contains("quota")) {
            return error(
                    "disk_full", action, path, reason, Message.of("Free some space and %s.", Advice.RUN_AGAIN), cause);
        }
        if (cause instanceof ForeignFileException) {
            return error(
                    "foreign_file",
                    action,
                    path,
                    reason + " (\"" + ((ForeignFileException) cause).getFile() + "\")",
                    Message.of(
                            "Somebody else may have put it there: remove it, or choose another %s.",
                            Setting.CACHE_DIRECTORY),
                    cause);
        }
        if (cause instanceof FileAlreadyExistsException
                || cause instanceof NotDirectoryException
                || lower.contains("not a directory")) {
            return error(
                    "cache_not_a_directory",
                    action,
                    path,
                    Message.text("a file is where a folder must be"),
                    Message.of("Choose another %s.", Setting.CACHE_DIRECTORY),
                    cause);
        }
        if (cause instanceof AccessDeniedException
                || lower.contains("permission denied")
                || lower.contains("read-only")) {
            return error(
                    "no_access",
                    action,
                    path,
                    reason,
                    Message.of("Give this user access to it, or choose another %s.", Setting.CACHE_DIRECTORY),
                    cause);
        }
        return error(
                "storage_failed",
                action,
                path,
                reason,
                Message.of("Check the disk, or choose another %s.", Setting.CACHE_DIRECTORY),
                cause);
    }

    static VideogenException noLocks(Path path, IOException cause) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "no_locks",
                Message.of(
                        "The folder of \"%s\" cannot be locked (%s), so two builds could pay for the same clip."
                                + " Choose a %s on a local disk.",
                        path, FileTrouble.reason(cause), Setting.CACHE_DIRECTORY),
                cause);
    }

    static VideogenException damagedJob(Path file, Message why, Exception cause) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "damaged_job",
                Message.of(
                        "The job record \"%s\" is damaged: %s. Its job may exist and may have been paid: look it"
                                + " up at the provider, then delete the file.",
                        file, why),
                cause);
    }

    private static VideogenException error(
            String code, Message action, Path path, String reason, Message advice, IOException cause) {
        return new VideogenException(
                ErrorKind.STORAGE,
                code,
                Message.of("Cannot %s at \"%s\": %s. %s", action, path, reason, advice),
                cause);
    }
}
