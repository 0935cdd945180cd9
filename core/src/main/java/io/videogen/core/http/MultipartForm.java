package io.videogen.core.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;

/** A {@code multipart/form-data} body: UTF-8, quoted names, a file name and a content type on each file. */
public final class MultipartForm {

    private final MultipartBody.Builder builder = new MultipartBody.Builder().setType(MultipartBody.FORM);

    public MultipartForm field(String name, String value) {
        builder.addFormDataPart(name, value);
        return this;
    }

    public MultipartForm file(String name, String fileName, String contentType, byte[] content) {
        builder.addFormDataPart(name, fileName, RequestBody.create(content, MediaType.parse(contentType)));
        return this;
    }

    /** A file that is read while it is sent. */
    public MultipartForm file(String name, String fileName, HttpBody content) {
        builder.addFormDataPart(name, fileName, new OneShotBody(content));
        return this;
    }

    /** At least one field or file must have been added. */
    public HttpBody build() {
        MultipartBody body = builder.build();
        return new HttpBody() {
            @Override
            public String contentType() {
                return String.valueOf(body.contentType());
            }

            @Override
            public long length() {
                try {
                    return body.contentLength();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                BufferedSink sink = Okio.buffer(Okio.sink(out));
                body.writeTo(sink);
                sink.flush();
            }
        };
    }
}
