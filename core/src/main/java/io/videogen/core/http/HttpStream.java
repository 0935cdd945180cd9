package io.videogen.core.http;

import io.videogen.core.text.RawText;
import java.io.Closeable;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.Response;

/** A reply whose body is read while it arrives; an interrupt of the reading thread ends a blocked read. */
public final class HttpStream implements Closeable {

    private final Response response;
    private final boolean atEndpoint;
    private final WatchedInputStream body;

    HttpStream(Response response, boolean atEndpoint, WatchedInputStream body) {
        this.response = response;
        this.atEndpoint = atEndpoint;
        this.body = body;
    }

    /** HTTP status; a redirect only where it leads nowhere. */
    public int status() {
        return response.code();
    }

    /** Whether the address asked for is the endpoint's and answered itself, without pointing anywhere else. */
    public boolean atEndpoint() {
        return atEndpoint;
    }

    /** Value of a header; of a repeated one the last. */
    public Optional<RawText> header(String name) {
        return Optional.ofNullable(response.header(name)).map(RawText::new);
    }

    /**
     * The bytes as they come. A broken transfer, a body shorter than its {@code Content-Length} and a silence longer
     * than the idle timeout are an {@link java.io.IOException}, an interrupt is an
     * {@link java.io.InterruptedIOException} with the thread's interrupt flag set.
     */
    public InputStream body() {
        return body;
    }

    /** Ends the transfer, also in the middle. */
    @Override
    public void close() {
        body.close();
    }
}
