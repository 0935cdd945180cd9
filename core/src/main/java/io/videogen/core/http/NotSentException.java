package io.videogen.core.http;

import io.videogen.core.advice.Message;
import java.io.IOException;

/** No connection was made, so that not one byte of the request left: it is safe to send it again. */
public final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSentException(IOException cause, String text, Object... values) {
        super(Message.text(text, values), cause);
    }
}
