package io.videogen.core.http;

import io.videogen.core.advice.Message;
import java.io.IOException;

/** A reply that is larger than any reply of its API could be. */
public final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
        super(Message.text("the reply is larger than %s bytes", most));
    }
}
