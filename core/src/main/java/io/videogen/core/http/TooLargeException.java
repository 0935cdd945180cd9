package io.videogen.core.http;

import java.io.IOException;

/** A reply that is larger than any reply of its API could be. */
public final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
        super("the reply is larger than " + most + " bytes");
    }
}
