package io.videogen.core.http;

import java.io.IOException;
import java.io.OutputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Says that it can be written once: without that, OkHttp repeats a POST on some replies by itself. */
final class OneShotBody extends RequestBody {

    private final HttpBody body;

    OneShotBody(HttpBody body) {
        this.body = body;
    }

    @Override
    public MediaType contentType() {
        return MediaType.parse(body.contentType());
    }

    @Override
    public long contentLength() {
        return body.length();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        OutputStream out = sink.outputStream();
        body.writeTo(out);
        out.flush();
    }
}
