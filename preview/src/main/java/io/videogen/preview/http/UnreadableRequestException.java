package io.videogen.preview.http;

import java.io.IOException;

/** A request body that cannot be read: malformed, or larger than the bounds. */
public final class UnreadableRequestException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    UnreadableRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status that fits: 400 or 413. */
    public int status() {
        return status;
    }
}
