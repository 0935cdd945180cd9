package io.videogen.core.file;

import io.videogen.core.advice.Message;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What is there is none of our files: a link, a pipe, a device, a file that has another name as well. */
public final class ForeignFileException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    ForeignFileException(Path path, String text, Object... values) {
        super(path.toString(), null, Message.text(text, values));
    }
}
