package io.videogen.core.store;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Setting;
import io.videogen.core.file.ForeignFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** The sentences for what a disk can do to us. */
final class StorageErrors {

    private StorageErrors() {}

    /** @param action what failed, as a verb with its object: {@code record the job "x"} */
    static VideogenException failed(String action, Path path, IOException cause) {
        String reason = reason(cause);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk full") || lower.contains("quota")) {
            return error("disk_full", action, path, reason, "Free some space and " + Advice.RUN_AGAIN + ".", cause);
        }
        if (cause instanceof ForeignFileException) {
            return error(
                    "foreign_file",
                    action,
                    path,
                    reason + " (\"" + ((ForeignFileException) cause).getFile() + "\")",
                    "Somebody else may have put it there: remove it, or choose another " + Setting.CACHE_DIRECTORY
                            + ".",
                    cause);
        }
        if (cause instanceof FileAlreadyExistsException
                || cause instanceof NotDirectoryException
                || lower.contains("not a directory")) {
            return error(
                    "cache_not_a_directory",
                    action,
                    path,
                    "a file is where a folder must be",
                    "Choose another " + Setting.CACHE_DIRECTORY + ".",
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
                    "Give this user access to it, or choose another " + Setting.CACHE_DIRECTORY + ".",
                    cause);
        }
        return error(
                "storage_failed",
                action,
                path,
                reason,
                "Check the disk, or choose another " + Setting.CACHE_DIRECTORY + ".",
                cause);
    }

    static VideogenException noLocks(Path path, IOException cause) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "no_locks",
                "The folder of \"" + path + "\" cannot be locked (" + reason(cause)
                        + "), so two builds could pay for the same clip. Choose a " + Setting.CACHE_DIRECTORY
                        + " on a local disk.",
                cause);
    }

    static VideogenException damagedJob(Path file, String why, Exception cause) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "damaged_job",
                "The job record \"" + file + "\" is damaged: " + why
                        + ". Its job may exist and may have been paid: look it up at the provider, then delete the file.",
                cause);
    }

    private static VideogenException error(
            String code, String action, Path path, String reason, String advice, IOException cause) {
        return new VideogenException(
                ErrorKind.STORAGE, code, "Cannot " + action + " at \"" + path + "\": " + reason + ". " + advice, cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof FileSystemException detail && detail.getReason() != null) {
            return detail.getReason();
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
