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
        long length = file.toFile().length();
        return new HttpBody() {
            @Override
            public String contentType() {
                return contentType;
            }

            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                Files.copy(file, out);
            }
        };
    }

    /** A body that is held in memory. */
    static HttpBody of(String contentType, byte[] content) {
        return new HttpBody() {
            @Override
            public String contentType() {
                return contentType;
            }

            @Override
            public long length() {
                return content.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(content);
            }
        };
    }
}
