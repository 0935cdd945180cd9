package io.videogen.core.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content of a request. Everything that could fail (a missing file) has been read before a body exists. */
public interface HttpBody {

    /** Value of the {@code Content-Type} header. */
    String contentType();

    /** Length in bytes. */
    long length();

    void writeTo(OutputStream out) throws IOException;

    /** A file, read while it is sent; one that changes its length meanwhile is an error of the transfer. */
    static HttpBody of(String contentType, Path file) {
        return new Content(contentType, file.toFile().length(), out -> Files.copy(file, out));
    }

    /** A body that is held in memory. */
    static HttpBody of(String contentType, byte[] content) {
        return new Content(contentType, content.length, out -> out.write(content));
    }

    /** A body of a length that is known before. */
    record Content(String contentType, long length, Bytes bytes) implements HttpBody {

        /** Where they come from. */
        interface Bytes {
            void writeTo(OutputStream out) throws IOException;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            bytes.writeTo(out);
        }
    }
}
