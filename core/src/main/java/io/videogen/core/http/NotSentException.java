package io.videogen.core.http;

import java.io.IOException;

/** No connection was made, so that not one byte of the request left: it is safe to send it again. */
public final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSentException(String message, IOException cause) {
        super(message, cause);
    }
}
