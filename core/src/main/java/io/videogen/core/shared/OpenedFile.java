package io.videogen.core.shared;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A file of the storage on its way here.
 *
 * @param content may end early without an exception, which is for the reader to see
 * @param bytes its length, as the storage tells
 */
public record OpenedFile(InputStream content, OptionalLong bytes) implements Closeable {

    boolean mayHave(long length) {
        return bytes.orElse(length) == length;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
