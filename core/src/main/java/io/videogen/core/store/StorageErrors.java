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
    static VideogenException failed(Path path, IOException cause, String action, Object... values) {
        Finding found = find(cause);
        return VideogenException.of(ErrorKind.STORAGE, found.code, cause)
                .says("Cannot %s at \"%s\": %s. %s", Message.text(action, values), path, found.reason, found.advice);
    }

    private record Finding(String code, String reason, String advice) {}

    private static Finding find(IOException cause) {
        String reason = FileTrouble.reason(cause);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk full") || lower.contains("quota")) {
            return new Finding("disk_full", reason, Message.text("Free some space and %s.", Advice.RUN_AGAIN));
        }
        if (cause instanceof ForeignFileException foreign) {
            return new Finding(
                    "foreign_file",
                    reason + " (\"" + foreign.getFile() + "\")",
                    Message.text(
                            "Somebody else may have put it there: remove it, or choose another %s.",
                            Setting.CACHE_DIRECTORY));
        }
        if (cause instanceof FileAlreadyExistsException
                || cause instanceof NotDirectoryException
                || lower.contains("not a directory")) {
            return new Finding(
                    "cache_not_a_directory",
                    Message.text("a file is where a folder must be"),
                    Message.text("Choose another %s.", Setting.CACHE_DIRECTORY));
        }
        if (cause instanceof AccessDeniedException
                || lower.contains("permission denied")
                || lower.contains("read-only")) {
            return new Finding(
                    "no_access",
                    reason,
                    Message.text("Give this user access to it, or choose another %s.", Setting.CACHE_DIRECTORY));
        }
        return new Finding(
                "storage_failed",
                reason,
                Message.text("Check the disk, or choose another %s.", Setting.CACHE_DIRECTORY));
    }

    static VideogenException noLocks(Path path, IOException cause) {
        return VideogenException.of(ErrorKind.STORAGE, "no_locks", cause)
                .says(
                        "The folder of \"%s\" cannot be locked (%s), so two builds could pay for the same clip."
                                + " Choose a %s on a local disk.",
                        path, FileTrouble.reason(cause), Setting.CACHE_DIRECTORY);
    }

    static VideogenException damagedJob(Path file, Exception cause, String why, Object... values) {
        return VideogenException.of(ErrorKind.STORAGE, "damaged_job", cause)
                .says(
                        "The job record \"%s\" is damaged: %s. Its job may exist and may have been paid: look it"
                                + " up at the provider, then delete the file.",
                        file, Message.text(why, values));
    }
}
