package io.videogen.core.file;

import io.videogen.core.advice.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says why a file could not be used: Java names the file alone, which messages quote anyway, or a class. */
public final class FileTrouble {

    private FileTrouble() {}

    /** In a few words, on one line. */
    public static String reason(IOException trouble) {
        if (trouble instanceof FileSystemException detail && detail.getReason() != null) {
            return detail.getReason();
        }
        if (trouble instanceof AccessDeniedException) {
            return Message.text("permission denied");
        }
        if (trouble instanceof NoSuchFileException) {
            return Message.text("it does not exist");
        }
        if (trouble instanceof FileAlreadyExistsException || trouble instanceof NotDirectoryException) {
            return Message.text("a file is where a folder must be");
        }
        String kind = trouble.getClass().getSimpleName();
        return trouble.getMessage() == null
                ? kind
                : trouble instanceof FileSystemException ? kind + ": " + trouble.getMessage() : trouble.getMessage();
    }
}
