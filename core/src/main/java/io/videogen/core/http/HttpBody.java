package io.videogen.core.http;

import java.io.IOException;
import java.io.OutputStream;

/** Content of a request. Everything that could fail (a missing file) has been read before a body exists. */
public interface HttpBody {

    /** Value of the {@code Content-Type} header. */
    String contentType();

    /** Length in bytes. */
    long length();

    void writeTo(OutputStream out) throws IOException;

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
